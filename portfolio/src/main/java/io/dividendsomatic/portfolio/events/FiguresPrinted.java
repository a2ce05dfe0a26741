package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.List;

/**
 * A file printed figures that check the account's bookings and never are one: totals, balances, holdings, values, stated
 * gains and dividend accruals. All of them, whether another file printed them before or not: each file is reconciled by
 * its own. Instruments are completed by the file's own list. A file of many figures tells them in several events.
 */
public record FiguresPrinted(AccountId account, FileId file, Edition edition, List<StatementLine> rows)
        implements AccountEvent {
    /** Rows of one event, as many as an event of bookings has. */
    public static final int MAX_ROWS = 1_000;

    public FiguresPrinted {
        rows = List.copyOf(rows);
    }
}
