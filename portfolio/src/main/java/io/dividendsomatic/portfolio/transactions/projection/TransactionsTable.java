package io.dividendsomatic.portfolio.transactions.projection;

import io.dividendsomatic.portfolio.projection.Table;
import java.util.Locale;

/** The tables of the read model and the columns that a row gives, in its order. */
enum TransactionsTable implements Table {
    ACCOUNT("generation, account, recorded_at"),
    FILE("generation, account, file_id, number, period_from, period_to, recorded_at"),
    EVENT("generation, account, number, tellings, transfers, figures, period_from, period_to, recorded_at"),
    TELLING("generation, account, number, ordinal, fact, told, kind, booked_on, file_id, stated_at, precedence, lines,"
            + " content, recorded_at"),
    FIGURE("generation, account, kind, number, ordinal, file_id, stated_at, precedence, line, content, recorded_at");

    private final String columns;

    TransactionsTable(String columns) {
        this.columns = columns;
    }

    @Override
    public String tableName() {
        return "transactions_" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
        return columns;
    }
}
