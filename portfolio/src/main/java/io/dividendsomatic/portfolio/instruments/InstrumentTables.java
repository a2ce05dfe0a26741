package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the tables of instruments. A wording has one row however many files use it; the row grows with its days. */
@Component
public class InstrumentTables {
    static final String ACTION = "INSERT INTO holdings_instrument_action (generation, account, fact_id, stated_at,"
            + " precedence, file_id, line, action_date, action, broker_type, quantity, symbol, isin, name, conid,"
            + " other_symbol, other_isin, other_name, other_conid, cancelled, description, recorded_at,"
            + " number, told)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RETOLD =
            "INSERT INTO holdings_instrument_action (generation, account, fact_id, stated_at,"
                    + " precedence, file_id, line, action_date, action, broker_type, quantity, symbol, isin, name, conid,"
                    + " other_symbol, other_isin, other_name, other_conid, cancelled, description, recorded_at, number, told)"
                    + " SELECT generation, account, fact_id, CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS INTEGER),"
                    + " CAST(? AS VARCHAR), CAST(? AS INTEGER), action_date, action, broker_type, quantity, symbol, isin, name,"
                    + " conid, other_symbol, other_isin, other_name, other_conid, cancelled, description,"
                    + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS BIGINT), 'RETOLD' FROM holdings_instrument_action"
                    + " WHERE generation = ? AND account = ? AND fact_id = ? AND told = 'BOOKED'";
    static final String DECISION = "INSERT INTO holdings_instrument_decision (generation, decision, alias_kind,"
            + " alias_value, alias_broker, alias_exchange, valid_from, valid_to, merged, isin, cost_of, cost_share,"
            + " reason, file_id, line, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WITHDRAWAL = "UPDATE holdings_instrument_decision SET withdrawn_at = ?, withdrawal = ?"
            + " WHERE generation = ? AND decision = ?";
    private static final String WORDING = "INSERT INTO holdings_instrument (first_day, last_day, span, file_id, line,"
            + " recorded_at, generation, account, wording, symbol, isin, name, conid, figi, cusip, exchange,"
            + " asset_class, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WIDER = "UPDATE holdings_instrument SET first_day = ?, last_day = ?, span = ?,"
            + " file_id = ?, line = ?, recorded_at = ? WHERE generation = ? AND account = ? AND wording = ?";
    /** Every one of them. */
    public static final List<String> TABLES = List.of(
            "holdings_instrument",
            "holdings_instrument_decision",
            "holdings_instrument_action",
            "holdings_instrument_absence");

    private static final int ROWS_A_BATCH = 1_000;

    private static final String ABSENT = "INSERT INTO holdings_instrument_absence (generation, account, wording,"
            + " absent_from, number) VALUES (?, ?, ?, ?, ?)";
    private static final String PRESENT = "UPDATE holdings_instrument_absence SET absent_until = ?"
            + " WHERE generation = ? AND account = ? AND wording = ? AND absent_until IS NULL";

    private final JdbcTemplate jdbc;
    private final EventStore store;

    InstrumentTables(JdbcTemplate jdbc, EventStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * The part of a row that grows.
     *
     * @param absent while no file that counts says it
     */
    private record Grown(@Nullable Period days, SourceRef source, Instant recordedAt, boolean absent) {}

    void merge(int generation, Collection<Sighting> seen) {
        Map<AccountId, List<Sighting>> byAccount = seen.stream().collect(Collectors.groupingBy(Sighting::account));
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> wider = new ArrayList<>();
        List<@Nullable Object[]> present = new ArrayList<>();
        byAccount.forEach((account, sightings) -> {
            Map<String, Grown> known = known(generation, account);
            for (Sighting sighting : sightings) {
                String wording = wording(sighting);
                Grown before = known.get(wording);
                if (before == null) {
                    fresh.add(row(generation, wording, sighting, true));
                } else if (before.absent) { // its days were those of files that count no more
                    wider.add(row(generation, wording, knownSince(sighting, before), false));
                    present.add(new Object[] {sighting.recordedAt(), generation, account.toString(), wording});
                } else {
                    Sighting all = sighting.and(new Sighting(
                            account,
                            sighting.instrument(),
                            sighting.currency(),
                            before.days,
                            before.source,
                            before.recordedAt));
                    if (!before.equals(new Grown(all.days(), all.source(), all.recordedAt(), false))) {
                        wider.add(row(generation, wording, all, false));
                    }
                }
            }
        });
        insert(WORDING, fresh);
        insert(WIDER, wider);
        insert(PRESENT, present);
    }

    private static Sighting knownSince(Sighting sighting, Grown before) {
        return new Sighting(
                sighting.account(),
                sighting.instrument(),
                sighting.currency(),
                sighting.days(),
                sighting.source(),
                before.recordedAt.isBefore(sighting.recordedAt()) ? before.recordedAt : sighting.recordedAt());
    }

    /** Makes the rows of an account what its events up to that number say; what nobody says any more is absent. */
    void foldAgain(int generation, AccountId account, long number, Instant at) {
        Map<String, Sighting> standing = StandingSightings.of(store, account, number).all().stream()
                .collect(Collectors.toMap(InstrumentTables::wording, sighting -> sighting));
        List<@Nullable Object[]> changed = new ArrayList<>();
        List<@Nullable Object[]> absent = new ArrayList<>();
        List<@Nullable Object[]> present = new ArrayList<>();
        known(generation, account).forEach((wording, before) -> {
            Sighting said = standing.remove(wording);
            if (said == null) {
                if (!before.absent) {
                    absent.add(new Object[] {generation, account.toString(), wording, at, number});
                }
                return;
            }
            Sighting now = knownSince(said, before);
            if (!before.equals(new Grown(now.days(), now.source(), now.recordedAt(), false))) {
                changed.add(row(generation, wording, now, false));
            }
            if (before.absent) {
                present.add(new Object[] {at, generation, account.toString(), wording});
            }
        });
        insert(WIDER, changed);
        insert(ABSENT, absent);
        insert(PRESENT, present);
        insert(
                WORDING,
                standing.entrySet().stream()
                        .map(said -> row(generation, said.getKey(), said.getValue(), true))
                        .toList());
    }

    /** Of facts that were told again, those that are corporate actions. */
    void retell(int generation, List<RetoldAction> retold) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        retold.stream().collect(Collectors.groupingBy(RetoldAction::account)).forEach((account, facts) -> {
            Set<String> actions = Set.copyOf(jdbc.queryForList(
                    "SELECT DISTINCT fact_id FROM holdings_instrument_action WHERE generation = ? AND account = ?",
                    String.class,
                    generation,
                    account.toString()));
            facts.stream()
                    .filter(fact -> actions.contains(fact.fact().value()))
                    .forEach(fact -> rows.add(new Object[] {
                        fact.edition().statedAt(),
                        fact.edition().precedence(),
                        fact.source().fileId().sha256(),
                        fact.source().line(),
                        fact.recordedAt(),
                        fact.number(),
                        generation,
                        account.toString(),
                        fact.fact().value()
                    }));
        });
        insert(RETOLD, rows);
    }

    private Map<String, Grown> known(int generation, AccountId account) {
        Map<String, Grown> known = new HashMap<>();
        jdbc.query(
                "SELECT wording, first_day, last_day, file_id, line, recorded_at,"
                        + " (SELECT COUNT(*) FROM holdings_instrument_absence gone"
                        + " WHERE gone.generation = said.generation AND gone.account = said.account"
                        + " AND gone.wording = said.wording AND gone.absent_until IS NULL) AS absent"
                        + " FROM holdings_instrument said WHERE generation = ? AND account = ?",
                row -> {
                    known.put(row.getString("wording"), grown(row));
                },
                generation,
                account.toString());
        return known;
    }

    private static Grown grown(ResultSet row) throws SQLException {
        return new Grown(
                days(row),
                new SourceRef(new FileId(row.getString("file_id")), row.getInt("line")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getInt("absent") > 0);
    }

    static @Nullable Period days(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        return first == null || last == null ? null : new Period(first, last);
    }

    private static String wording(Sighting sighting) {
        return FactId.of(sighting.instrument() + " in " + sighting.currency()).value();
    }

    private static @Nullable Object[] row(int generation, String wording, Sighting sighting, boolean whole) {
        Period days = sighting.days();
        Instrument instrument = sighting.instrument();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                days == null ? 0 : ChronoUnit.DAYS.between(days.from(), days.to()) + 1,
                sighting.source().fileId().sha256(),
                sighting.source().line(),
                sighting.recordedAt(),
                generation,
                sighting.account().toString(),
                wording));
        if (whole) {
            cells.addAll(Arrays.<@Nullable Object>asList(
                    instrument.symbol(),
                    instrument.isin() == null ? null : instrument.isin().code(),
                    instrument.name(),
                    instrument.conid(),
                    instrument.figi(),
                    instrument.cusip(),
                    instrument.exchange(),
                    instrument.assetClass(),
                    sighting.currency() == null ? null : sighting.currency().code()));
        }
        return cells.toArray();
    }

    void insert(String statement, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(statement, rows, ROWS_A_BATCH, InstrumentTables::bind);
        }
    }

    void withdraw(List<@Nullable Object[]> rows) {
        insert(WITHDRAWAL, rows);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    public long rows(int generation) {
        long rows = 0;
        for (String table : TABLES) {
            Long count = jdbc.queryForObject(
                    "SELECT COUNT(*) FROM " + table + " WHERE generation = ?", Long.class, generation);
            rows += count == null ? 0 : count;
        }
        return rows;
    }

    public void drop(int generation) {
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE generation = ?", generation));
    }
}
