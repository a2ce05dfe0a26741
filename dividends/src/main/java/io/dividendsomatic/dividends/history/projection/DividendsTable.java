package io.dividendsomatic.dividends.history.projection;

import io.dividendsomatic.portfolio.projection.Table;
import java.util.Locale;

/** The tables of the first step and the columns that a row gives, in its order. */
enum DividendsTable implements Table {
    ACCOUNT("generation, account, recorded_at"),
    EVENT("generation, account, number, tellings, accruals, told_until, instruments, recorded_at, file_id,"
            + " period_from, period_to"),
    TELLING("generation, account, number, ordinal, fact, told, file_id, stated_at, precedence, lines, content,"
            + " recorded_at"),
    ACCRUAL("generation, account, number, ordinal, file_id, line, content, recorded_at"),
    FORECAST("generation, account, made_on, looks_until, lines, content, recorded_at");

    private final String columns;

    DividendsTable(String columns) {
        this.columns = columns;
    }

    @Override
    public String tableName() {
        return "dividends_" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
        return columns;
    }
}
