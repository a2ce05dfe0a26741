package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the statement around a row says of it.
 *
 * @param account of rows that name none
 * @param from the first day of the statement, {@code to} the last
 * @param base the account's base currency
 */
record FlexScope(
        @Nullable AccountId account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable CurrencyCode base,
        FlexDates dates) {
    /** Of a plain table, which says nothing of itself. */
    static final FlexScope NONE = written(FlexDates.PLAIN);

    /** Of rows outside of all statements, in a file that writes its days like this. */
    static FlexScope written(FlexDates dates) {
        return new FlexScope(null, null, null, null, dates);
    }

    /** The account that the row names, or else the statement's. Throws RefusedRow for what is no account. */
    @Nullable
    AccountId account(Cells cells) {
        AccountId named = cells.account(Broker.IBKR, "ClientAccountID");
        return named != null ? named : account;
    }

    /** The day in the first of these columns that has one; without any, the last day of the statement. */
    LocalDate day(Cells cells, String... columns) {
        for (String column : columns) {
            if (cells.has(column)) {
                return cells.date(column);
            }
        }
        return cells.required(columns[0], to);
    }

    /** The days that a row states for itself, or else the statement's. */
    @Nullable
    Period period(Cells cells) {
        LocalDate first = cells.has("FromDate") ? cells.date("FromDate") : from;
        LocalDate last = cells.has("ToDate") ? cells.date("ToDate") : to;
        return first == null || last == null || last.isBefore(first) ? null : new Period(first, last);
    }

    FlexScope withBase(@Nullable CurrencyCode currency) {
        return new FlexScope(account, from, to, base != null ? base : currency, dates);
    }

    Fact fact(Cells cells, io.dividendsomatic.portfolio.statement.StatementRow row) {
        return Fact.of(account(cells), row);
    }
}
