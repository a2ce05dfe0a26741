package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.ibkr.activity.ActivityStatement;
import io.dividendsomatic.ingestion.format.ibkr.history.TransactionHistory;
import java.util.List;

/** The formats of Interactive Brokers. */
public final class IbkrFormats {
    public static final List<StatementFormat> ALL =
            List.of(new ActivityStatement(), new TransactionHistory(), new FlexPositions());

    private IbkrFormats() {}
}
