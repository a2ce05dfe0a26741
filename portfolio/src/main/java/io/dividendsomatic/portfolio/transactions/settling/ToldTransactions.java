package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.projection.OneMoment;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads the first step: what was told of the accounts, and how far the second step has taken it in. */
@Component
class ToldTransactions {
    private static final ObjectReader JSON = EventJson.mapper().readerFor(StatementRow.class);

    /** So many rows are in memory at once while they are parsed; the driver would fetch all of them. */
    private static final int ROWS_A_FETCH = 1_000;

    private static final Instant UNSETTLED = Instant.EPOCH;

    private static final String READ_MODEL = "transactions";

    private final JdbcClient jdbc;

    ToldTransactions(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_A_FETCH);
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * How far an account is.
     *
     * @param newest the number of its newest event that told something; −1 when there is none
     * @param settled the number of the newest one that was taken in; −1 when there is none
     * @param settledAt when the latest of those was recorded
     * @param reports the number of the newest report of positions that was taken in; −1 when there is none
     * @param reportsAt when the latest of those was recorded
     * @param holdings the generation that they were read from
     */
    record Progress(
            AccountId account,
            long newest,
            long settled,
            Instant settledAt,
            @Nullable String rules,
            long reports,
            Instant reportsAt,
            int holdings) {

        boolean isStale(String currentRules) {
            return newest >= 0 && (settled < newest || !currentRules.equals(rules));
        }

        /** Whether it has bookings that other reports than these were held against. */
        boolean isStale(long newestReport, int currentHoldings) {
            return newest >= 0 && (reports != newestReport || holdings != currentHoldings);
        }

        /** Whether its bookings are settled otherwise than they were known then, by the rules of then. */
        boolean settledOtherwise(Instant knownAt, String rulesThen) {
            return newest >= 0 && (settledAt.isAfter(knownAt) || !rulesThen.equals(rules));
        }

        /** Whether anything is. */
        boolean knowsOtherwise(Instant knownAt, String rulesThen) {
            return settledOtherwise(knownAt, rulesThen) || reportsAt.isAfter(knownAt);
        }
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

    /** Of every account, in the order of their names. */
    List<Progress> progress(int generation) {
        return OneMoment.once(List.of(Progress.class, generation), () -> progressNow(generation));
    }

    private List<Progress> progressNow(int generation) {
        return jdbc
                .sql(
                        "SELECT a.account, s.number AS settled, s.recorded_at, s.rules, s.reports, s.reports_at, s.holdings,"
                                + " (SELECT e.number FROM transactions_event e"
                                + " WHERE e.generation = a.generation AND e.account = a.account"
                                + " ORDER BY e.generation DESC, e.account DESC, e.number DESC LIMIT 1) AS newest"
                                + " FROM transactions_account a LEFT JOIN transactions_settled s"
                                + " ON s.generation = a.generation AND s.account = a.account WHERE a.generation = ?")
                .param(generation)
                .query((row, number) -> progress(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Progress::account))
                .toList();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long newest = row.getLong("newest");
        newest = row.wasNull() ? -1 : newest;
        long settled = row.getLong("settled");
        settled = row.wasNull() ? -1 : settled;
        long reports = row.getLong("reports");
        reports = row.wasNull() ? -1 : reports;
        return new Progress(
                AccountId.parse(row.getString("account")),
                newest,
                settled,
                optionalInstant(row, "recorded_at"),
                row.getString("rules"),
                reports,
                optionalInstant(row, "reports_at"),
                row.getInt("holdings"));
    }

    private static Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? UNSETTLED : at.toInstant();
    }

    /** A file that an account has recorded, and the days that it says to cover. */
    record RecordedFile(FileId file, @Nullable Period period, Instant recordedAt) {}

    List<RecordedFile> files(int generation, AccountId account, Instant knownAt) {
        Withdrawals withdrawals = withdrawals(generation, account, Extent.knownAt(knownAt));
        return jdbc
                .sql("SELECT file_id, number, period_from, period_to, recorded_at FROM transactions_file"
                        + " WHERE generation = ? AND account = ? ORDER BY file_id")
                .params(generation, account.toString())
                .query((row, index) ->
                        withdrawals.leave(account, new FileId(row.getString("file_id")), row.getLong("number"))
                                ? Optional.of(file(row))
                                : Optional.<RecordedFile>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .filter(file -> !file.recordedAt().isAfter(knownAt))
                .toList();
    }

    /** The files that an account ever recorded, also those that count no more. */
    List<FileId> everyFile(int generation, AccountId account) {
        return jdbc
                .sql("SELECT DISTINCT file_id FROM transactions_file WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) -> new FileId(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** What was taken back by then. */
    private Withdrawals withdrawals(int generation, AccountId account, Extent extent) {
        return Withdrawals.read(jdbc, READ_MODEL, generation, account).inForce(extent.lastNumber(), extent.knownAt());
    }

    private static RecordedFile file(ResultSet row) throws SQLException {
        return new RecordedFile(new FileId(row.getString("file_id")), period(row), instant(row, "recorded_at"));
    }

    /** The accounts that had been named by then, in the order of their names. */
    List<AccountId> accounts(int generation, Instant knownAt) {
        return jdbc
                .sql("SELECT account FROM transactions_account WHERE generation = ? AND recorded_at <= ?")
                .params(generation, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** The accounts that transfers may link with others. */
    NavigableSet<AccountId> withTransfers(int generation) {
        return OneMoment.once(List.of("with transfers", generation), () -> withTransfersNow(generation));
    }

    private NavigableSet<AccountId> withTransfersNow(int generation) {
        return jdbc
                .sql("SELECT DISTINCT account FROM transactions_event WHERE generation = ? AND transfers > 0")
                .param(generation)
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** When the latest event up to that number was recorded; clocks may go backwards. */
    Instant recordedAt(int generation, AccountId account, long lastNumber) {
        return jdbc.sql("SELECT MAX(recorded_at) FROM transactions_event"
                        + " WHERE generation = ? AND account = ? AND number <= ?")
                .params(generation, account.toString(), lastNumber)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
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

    private static @Nullable Period period(ResultSet row) throws SQLException {
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
