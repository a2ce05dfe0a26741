package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.holdings.PackedLines;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads what was told of an account's bookings, and what was printed of its balances. */
@Component
class StoredTransactions {
    private static final ObjectReader JSON = EventJson.mapper().readerFor(StatementRow.class);

    private final JdbcClient jdbc;

    StoredTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A balance that a file prints. */
    record PrintedBalance(CashBalance row, FileId file, Edition edition, int line) {}

    /** Everything that was known then; a fact that is told again in the same words has the row that booked it. */
    List<Telling> tellings(int generation, AccountId account, Instant knownAt) {
        Map<FactId, StatementRow> booked = new HashMap<>();
        List<Telling> tellings = new ArrayList<>();
        jdbc.sql("SELECT fact, told, file_id, stated_at, precedence, lines, content FROM transactions_telling"
                        + " WHERE generation = ? AND account = ? AND recorded_at <= ? ORDER BY number, ordinal")
                .params(generation, account.toString(), knownAt.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    tellings.add(telling(row, booked));
                });
        return tellings;
    }

    private static Telling telling(ResultSet row, Map<FactId, StatementRow> booked) throws SQLException {
        FactId fact = new FactId(row.getString("fact"));
        String content = row.getString("content");
        StatementRow told = content == null ? Objects.requireNonNull(booked.get(fact)) : JSON.readValue(content);
        if (row.getString("told").equals("BOOKED")) {
            booked.put(fact, told);
        }
        List<Integer> lines = PackedLines.unpack(row.getString("lines")).getFirst();
        return new Telling(fact, new FileId(row.getString("file_id")), edition(row), lines, told);
    }

    /** Balances of single currencies that were printed of days up to that one. */
    List<PrintedBalance> balances(int generation, AccountId account, LocalDate asOf, Instant knownAt) {
        return jdbc
                .sql("SELECT file_id, stated_at, precedence, line, content FROM transactions_figure"
                        + " WHERE generation = ? AND account = ? AND kind = 'CashBalance' AND printed_of <= ?"
                        + " AND recorded_at <= ?")
                .params(generation, account.toString(), asOf, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PrintedBalance(
                        JSON.readValue(row.getString("content")),
                        new FileId(row.getString("file_id")),
                        edition(row),
                        row.getInt("line")))
                .list()
                .stream()
                .filter(balance -> !balance.row().allCurrencies())
                .toList();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getObject("stated_at", OffsetDateTime.class).toInstant(), row.getInt("precedence"));
    }
}
