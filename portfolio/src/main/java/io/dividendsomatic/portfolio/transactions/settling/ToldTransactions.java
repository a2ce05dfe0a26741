package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.projection.ManyRows;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads the first step: what was told of the accounts. */
@Component
class ToldTransactions {
    private static final ObjectReader JSON = EventJson.mapper().readerFor(StatementRow.class);

    static final String READ_MODEL = "transactions";

    private final JdbcClient jdbc;

    ToldTransactions(DataSource dataSource) {
        this.jdbc = ManyRows.of(dataSource);
    }

    /** What counts of the tellings. */
    record Extent(long lastNumber, Instant knownAt) {
        static Extent knownAt(Instant instant) {
            return new Extent(Long.MAX_VALUE, instant);
        }

        static Extent upTo(long number) {
            return new Extent(number, Instant.MAX);
        }
    }

    /** What was taken back by then. */
    private Withdrawals withdrawals(int generation, AccountId account, Extent extent) {
        return Withdrawals.read(jdbc, READ_MODEL, generation, account).inForce(extent.lastNumber(), extent.knownAt());
    }

    /** A fact that is told again in the same words has the row that booked it. */
    List<Telling> tellings(int generation, AccountId account, Extent extent) {
        Withdrawals withdrawals = withdrawals(generation, account, extent);
        Map<Long, Period> spokenFor = spokenFor(generation, account);
        Map<FactId, StatementRow> booked = new HashMap<>();
        List<Telling> tellings = new ArrayList<>();
        jdbc.sql("SELECT number, fact, told, file_id, stated_at, precedence, lines, content, recorded_at"
                        + " FROM transactions_telling WHERE generation = ? AND account = ? AND number <= ?"
                        + " ORDER BY number, ordinal")
                .params(generation, account.toString(), extent.lastNumber())
                .query(row -> {
                    Telling telling = telling(row, booked, spokenFor.get(row.getLong("number")));
                    if (!instant(row, "recorded_at").isAfter(extent.knownAt())
                            && withdrawals.leave(account, telling.file(), row.getLong("number"))) {
                        tellings.add(telling);
                    }
                });
        return tellings;
    }

    /** The days that the file of each event covers, where it is known. */
    private Map<Long, Period> spokenFor(int generation, AccountId account) {
        Map<Long, Period> periods = new HashMap<>();
        jdbc.sql("SELECT number, period_from, period_to FROM transactions_event"
                        + " WHERE generation = ? AND account = ? AND period_from IS NOT NULL")
                .params(generation, account.toString())
                .query(row -> {
                    Period period = period(row);
                    if (period != null) {
                        periods.put(row.getLong("number"), period);
                    }
                });
        return periods;
    }

    static @Nullable Period period(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("period_from", LocalDate.class);
        LocalDate to = row.getObject("period_to", LocalDate.class);
        return from == null || to == null ? null : new Period(from, to);
    }

    private static Telling telling(ResultSet row, Map<FactId, StatementRow> booked, @Nullable Period spokenFor)
            throws SQLException {
        FactId fact = new FactId(row.getString("fact"));
        String content = row.getString("content");
        StatementRow told = content == null ? Objects.requireNonNull(booked.get(fact)) : JSON.readValue(content);
        if (row.getString("told").equals("BOOKED")) {
            booked.put(fact, told);
        }
        List<Integer> lines = PackedLines.unpack(row.getString("lines")).getFirst();
        return new Telling(fact, new FileId(row.getString("file_id")), edition(row), lines, told, spokenFor);
    }

    List<PrintedFigure> figures(int generation, AccountId account, Extent extent) {
        Withdrawals withdrawals = withdrawals(generation, account, extent);
        List<PrintedFigure> figures = new ArrayList<>();
        jdbc.sql("SELECT number, file_id, stated_at, precedence, line, content, recorded_at FROM transactions_figure"
                        + " WHERE generation = ? AND account = ? AND number <= ?")
                .params(generation, account.toString(), extent.lastNumber())
                .query(row -> {
                    FileId file = new FileId(row.getString("file_id"));
                    if (!instant(row, "recorded_at").isAfter(extent.knownAt())
                            && withdrawals.leave(account, file, row.getLong("number"))) {
                        figures.add(new PrintedFigure(
                                JSON.readValue(row.getString("content")), file, edition(row), row.getInt("line")));
                    }
                });
        return figures;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(instant(row, "stated_at"), row.getInt("precedence"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
