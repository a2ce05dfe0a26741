package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.PrintedAccrual;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.projection.NamedAccounts;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads the first step: what was told of the accounts, and how far the second step has taken it in. */
@Component
class ToldDividends {
    private static final ObjectReader ROW = EventJson.mapper().readerFor(StatementRow.class);
    private static final ObjectReader INSTRUMENTS = EventJson.mapper().readerFor(Instrument[].class);

    /** So many rows are in memory at once while they are parsed; the driver would fetch all of them. */
    private static final int ROWS_A_FETCH = 1_000;

    private static final String READ_MODEL = "dividends";

    private final JdbcClient jdbc;
    private final NamedAccounts named;

    ToldDividends(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_A_FETCH);
        this.jdbc = JdbcClient.create(template);
        this.named = new NamedAccounts(jdbc, READ_MODEL);
    }

    /**
     * How far an account is.
     *
     * @param newest the number of its newest event that told something; −1 when there is none
     * @param settled the number of the newest one that was taken in; −1 when there is none
     * @param settledAt when the latest of those was recorded
     */
    record Progress(
            AccountId account,
            long newest,
            long settled,
            Instant settledAt,
            @Nullable String rules) {
        boolean isStale(String currentRules) {
            return newest >= 0 && (settled < newest || !currentRules.equals(rules));
        }

        /** Whether its payments are settled otherwise than they were known then, by the rules of then. */
        boolean knowsOtherwise(Instant knownAt, String rulesThen) {
            return newest >= 0 && (settledAt.isAfter(knownAt) || !rulesThen.equals(rules));
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

        boolean takes(ResultSet row) throws SQLException {
            return knownAt.equals(Instant.MAX) || !instant(row, "recorded_at").isAfter(knownAt);
        }
    }

    /** Of every account, in the order of their names. */
    List<Progress> progress(int generation) {
        return named.progress(
                generation,
                "recorded_at, rules",
                (row, number) -> progress(row),
                Comparator.comparing(Progress::account));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                AccountId.parse(row.getString("account")),
                NamedAccounts.number(row, "newest"),
                NamedAccounts.number(row, "settled"),
                NamedAccounts.instant(row, "recorded_at"),
                row.getString("rules"));
    }

    /** The accounts that had been named by then, in the order of their names. */
    List<AccountId> accounts(int generation, Instant knownAt) {
        return named.until(generation, knownAt);
    }

    /** When the latest event up to that number was recorded; clocks may go backwards. */
    Instant recordedAt(int generation, AccountId account, long lastNumber) {
        return named.recordedAt(generation, account, lastNumber);
    }

    /** The last day of which the files of each account tell anything, as was known then; of all accounts that tell one. */
    Map<AccountId, LocalDate> toldUntil(int generation, Instant knownAt) {
        return Standpoint.once(
                List.of(ToldDividends.class, generation, knownAt), () -> toldUntilNow(generation, knownAt));
    }

    private Map<AccountId, LocalDate> toldUntilNow(int generation, Instant knownAt) {
        Map<AccountId, LocalDate> days = new TreeMap<>();
        jdbc.sql("SELECT account, MAX(told_until) AS told_until FROM dividends_event"
                        + " WHERE generation = :generation AND recorded_at <= :knownAt AND told_until IS NOT NULL"
                        + Withdrawals.standing(READ_MODEL, "dividends_event") + " GROUP BY account")
                .param("generation", generation)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    days.put(AccountId.parse(row.getString(1)), row.getObject(2, LocalDate.class));
                });
        return Collections.unmodifiableMap(days);
    }

    AccountHistory history(int generation, AccountId account, Extent extent, LotRules rules) {
        return AccountHistory.of(
                account,
                tellings(generation, account, extent),
                accruals(generation, account, extent).stream()
                        .map(printed -> new PrintedAccrual(
                                (DividendAccrual) rules.naming().row(printed.row()), printed.source()))
                        .toList(),
                instruments(generation, account, extent),
                rules);
    }

    /**
     * A fact that is told again in the same words has the row that booked it; one that nothing here booked is about
     * something else.
     */
    private List<Telling> tellings(int generation, AccountId account, Extent extent) {
        Withdrawals withdrawals = withdrawals(generation, account, extent);
        Map<Long, Period> spokenFor = spokenFor(generation, account);
        Map<FactId, StatementRow> booked = new HashMap<>();
        Map<String, FileId> files = new HashMap<>();
        List<Telling> tellings = new ArrayList<>();
        jdbc.sql("SELECT number, fact, told, file_id, stated_at, precedence, lines, content, recorded_at"
                        + " FROM dividends_telling WHERE generation = ? AND account = ? AND number <= ?"
                        + " ORDER BY number, ordinal")
                .params(generation, account.toString(), extent.lastNumber())
                .query(row -> {
                    FactId fact = new FactId(row.getString("fact"));
                    String content = row.getString("content");
                    StatementRow told = content == null ? booked.get(fact) : ROW.<StatementRow>readValue(content);
                    if (told != null && row.getString("told").equals("BOOKED")) {
                        booked.put(fact, told);
                    }
                    FileId file = files.computeIfAbsent(row.getString("file_id"), FileId::new);
                    long number = row.getLong("number");
                    if (told != null && extent.takes(row) && withdrawals.leave(account, file, number)) {
                        tellings.add(telling(row, fact, file, told, spokenFor.get(number)));
                    }
                });
        return tellings;
    }

    /** The days that the file of each event covers, where it is known. */
    private Map<Long, Period> spokenFor(int generation, AccountId account) {
        Map<Long, Period> periods = new HashMap<>();
        jdbc.sql("SELECT number, period_from, period_to FROM dividends_event"
                        + " WHERE generation = ? AND account = ? AND period_from IS NOT NULL AND period_to IS NOT NULL")
                .params(generation, account.toString())
                .query(row -> {
                    periods.put(
                            row.getLong("number"),
                            new Period(
                                    row.getObject("period_from", LocalDate.class),
                                    row.getObject("period_to", LocalDate.class)));
                });
        return periods;
    }

    /** What was taken back by then. */
    private Withdrawals withdrawals(int generation, AccountId account, Extent extent) {
        return Withdrawals.read(jdbc, READ_MODEL, generation, account).inForce(extent.lastNumber(), extent.knownAt());
    }

    private static boolean stands(Withdrawals withdrawals, AccountId account, ResultSet row) throws SQLException {
        return withdrawals.leave(account, new FileId(row.getString("file_id")), row.getLong("number"));
    }

    private static Telling telling(
            ResultSet row, FactId fact, FileId file, StatementRow told, @Nullable Period spokenFor)
            throws SQLException {
        return new Telling(
                fact,
                file,
                new Edition(instant(row, "stated_at"), row.getInt("precedence")),
                PackedLines.unpack(row.getString("lines")).getFirst(),
                told,
                spokenFor);
    }

    private List<PrintedAccrual> accruals(int generation, AccountId account, Extent extent) {
        Withdrawals withdrawals = withdrawals(generation, account, extent);
        List<PrintedAccrual> accruals = new ArrayList<>();
        jdbc.sql("SELECT number, file_id, line, content, recorded_at FROM dividends_accrual"
                        + " WHERE generation = ? AND account = ? AND number <= ?")
                .params(generation, account.toString(), extent.lastNumber())
                .query(row -> {
                    if (extent.takes(row) && stands(withdrawals, account, row)) {
                        StatementRow printed = ROW.readValue(row.getString("content"));
                        accruals.add(new PrintedAccrual(
                                (DividendAccrual) printed,
                                new SourceRef(new FileId(row.getString("file_id")), row.getInt("line"))));
                    }
                });
        return accruals;
    }

    private Collection<Instrument> instruments(int generation, AccountId account, Extent extent) {
        Withdrawals withdrawals = withdrawals(generation, account, extent);
        List<Instrument> instruments = new ArrayList<>();
        jdbc.sql("SELECT number, file_id, instruments, recorded_at FROM dividends_event"
                        + " WHERE generation = ? AND account = ? AND number <= ? AND instruments IS NOT NULL")
                .params(generation, account.toString(), extent.lastNumber())
                .query(row -> {
                    if (extent.takes(row) && stands(withdrawals, account, row)) {
                        Instrument[] named = INSTRUMENTS.readValue(row.getString("instruments"));
                        instruments.addAll(Arrays.asList(named));
                    }
                });
        return instruments.stream().distinct().toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
