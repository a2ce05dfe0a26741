package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions from the tables of the second step. */
@Component
class SettledPages {
    private final JdbcClient jdbc;

    SettledPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By day, account, place in the day and fact. */
    Slice<BookingLine> bookings(int generation, SettledQuery query, int page, int size) {
        return page(
                "transactions_booking",
                query.where(generation, "booked_on"),
                "booked_on, account, place, row_key",
                page,
                size,
                BookingTable::line);
    }

    /** By day, account and fact. */
    Slice<GainLine> gains(int generation, SettledQuery query, Method method, int page, int size) {
        return page(
                "transactions_gain",
                query.where(generation, "realized_on").and("method = ?", method.name()),
                "realized_on, account, row_key",
                page,
                size,
                GainTable::line);
    }

    private <T> Slice<T> page(String table, Condition where, String order, int page, int size, LineReader<T> reader) {
        long total = jdbc.sql("SELECT COUNT(*) FROM " + table + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        List<T> items = jdbc.sql("SELECT * FROM " + table + where.sql() + " ORDER BY " + order + " LIMIT " + size
                        + " OFFSET " + (long) page * size)
                .params(where.parameters())
                .query((row, number) -> reader.read(row))
                .list();
        return new Slice<>(items, total);
    }

    /** Makes a line of a row. */
    private interface LineReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Of each currency the newest day up to that one, and the newest of those of which a balance was printed. */
    List<CashDay> cash(int generation, AccountId account, LocalDate asOf) {
        return currencies(generation, account).stream()
                .flatMap(currency -> Stream.of("", " AND printed IS NOT NULL")
                        .flatMap(condition -> newest(generation, account, currency, asOf, condition).stream()))
                .distinct()
                .toList();
    }

    /** Of all currencies and days. */
    List<CashDay> cashDays(int generation, List<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Condition where = new Condition()
                .and("generation = ?", generation)
                .andIn("account", accounts.stream().map(AccountId::toString).toList());
        return jdbc.sql("SELECT * FROM transactions_cash" + where.sql())
                .params(where.parameters())
                .query((row, number) -> CashTable.day(row))
                .list();
    }

    private List<String> currencies(int generation, AccountId account) {
        return jdbc.sql("SELECT DISTINCT currency FROM transactions_cash"
                        + " WHERE generation = ? AND account = ? ORDER BY currency")
                .params(generation, account.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Optional<CashDay> newest(
            int generation, AccountId account, String currency, LocalDate asOf, String condition) {
        return jdbc.sql("SELECT * FROM transactions_cash WHERE generation = ? AND account = ?"
                        + " AND row_key BETWEEN ? AND ?" + condition
                        + " ORDER BY generation DESC, account DESC, row_key DESC LIMIT 1")
                .params(generation, account.toString(), currency + " ", currency + " " + asOf)
                .query((row, number) -> CashTable.day(row))
                .optional();
    }
}
