package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.projection.ManyRows;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions from the tables of the second step. */
@Component
class SettledPages {
    /** Rows that are read at once: few enough to sort in memory, so many that their keys are not passed over too often. */
    private static final int PART = 2_000;

    private final JdbcClient jdbc;

    SettledPages(DataSource dataSource) {
        this.jdbc = ManyRows.of(dataSource);
    }

    /** By day, account, place in the day and fact. */
    Slice<BookingLine> bookings(int generation, SettledQuery query, int page, int size) {
        return bookings(generation, query).page(page, size);
    }

    /** The same, one after the other. */
    void eachBooking(int generation, SettledQuery query, Consumer<BookingLine> taker) {
        bookings(generation, query).each("line.*", query.isOfOneAccount(), BookingTable::line, taker);
    }

    private Lines<BookingLine> bookings(int generation, SettledQuery query) {
        return new Lines<>(
                "transactions_booking",
                query.where(generation, "booked_on"),
                query.isOfOneAccount()
                        ? "generation, account, booked_on, place, row_key"
                        : "generation, booked_on, account, place, row_key",
                BookingTable::line);
    }

    /** By day, account and fact. */
    Slice<GainLine> gains(int generation, SettledQuery query, Method method, int page, int size) {
        return gains(generation, query, method).page(page, size);
    }

    /** The same, one after the other, without what is long. */
    void eachGain(int generation, SettledQuery query, Method method, Consumer<GainLine> taker) {
        gains(generation, query, method).each(GainTable.BARE, query.isOfOneAccount(), GainTable::bare, taker);
    }

    private Lines<GainLine> gains(int generation, SettledQuery query, Method method) {
        return new Lines<>(
                "transactions_gain",
                query.where(generation, "realized_on").and("method = ?", method.name()),
                query.isOfOneAccount()
                        ? "generation, account, method, realized_on, row_key"
                        : "generation, method, realized_on, account, row_key",
                GainTable::line);
    }

    /** Makes a line of a row. */
    private interface LineReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The lines of a table that are asked for, in their order, which names all columns of the index that has it, those
     * first that are the same for all: H2 sorts otherwise. It follows that index only for what stands in it, so that a page
     * is found by its keys first.
     */
    private final class Lines<T> {
        private final String table;
        private final Condition where;
        private final String order;
        private final LineReader<T> reader;

        Lines(String table, Condition where, String order, LineReader<T> reader) {
            this.table = table;
            this.where = where;
            this.order = order;
            this.reader = reader;
        }

        Slice<T> page(int page, int size) {
            long total = jdbc.sql("SELECT COUNT(*) FROM " + table + where.sql())
                    .params(where.parameters())
                    .query(Long.class)
                    .single();
            List<T> items = jdbc.sql(rows("line.*", size, (long) page * size))
                    .params(where.parameters())
                    .query((row, number) -> reader.read(row))
                    .list();
            return new Slice<>(items, total);
        }

        private String rows(String columns, int size, long from) {
            return "SELECT " + columns + " FROM (SELECT generation AS g, account AS a, row_key AS k FROM " + table
                    + where.sql() + ordered() + " LIMIT " + size + " OFFSET " + from + ") page JOIN " + table
                    + " line ON generation = g AND account = a AND row_key = k" + ordered();
        }

        private String ordered() {
            return " ORDER BY " + order;
        }

        /** In parts where the order is that of one account: without a part of its keys H2 would sort all of its rows. */
        void each(String columns, boolean inParts, LineReader<T> each, Consumer<T> taker) {
            if (!inParts) {
                jdbc.sql("SELECT " + columns + " FROM " + table + where.sql() + ordered())
                        .params(where.parameters())
                        .query(row -> {
                            taker.accept(each.read(row));
                        });
                return;
            }
            AtomicInteger taken = new AtomicInteger();
            for (long from = 0; taken.get() == from; from += PART) {
                jdbc.sql(rows(columns, PART, from)).params(where.parameters()).query(row -> {
                    taken.incrementAndGet();
                    taker.accept(each.read(row));
                });
            }
        }
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
