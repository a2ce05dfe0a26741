package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.ibkr.activity.ActivityStatement;
import io.dividendsomatic.ingestion.format.ibkr.flex.FlexFormats;
import io.dividendsomatic.ingestion.format.ibkr.history.TransactionHistory;
import java.util.List;
import java.util.stream.Stream;

/** The formats of Interactive Brokers. */
public final class IbkrFormats {
    public static final List<StatementFormat> ALL = Stream.concat(
                    Stream.of(new ActivityStatement(), new TransactionHistory()), FlexFormats.ALL.stream())
            .toList();

    private IbkrFormats() {}
}
