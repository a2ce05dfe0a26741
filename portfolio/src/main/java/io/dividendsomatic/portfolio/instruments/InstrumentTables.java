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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the tables of instruments. A wording has one row however many files use it; the row grows with its days. */
@Component
public class InstrumentTables {
    static final String ACTION = "INSERT INTO holdings_instrument_action (generation, account, fact_id, stated_at,"
            + " precedence, file_id, line, action_date, action, broker_type, quantity, symbol, isin, name, conid,"
            + " other_symbol, other_isin, other_name, other_conid, cancelled, description, recorded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String DECISION = "INSERT INTO holdings_instrument_decision (generation, decision, alias_kind,"
            + " alias_value, alias_broker, alias_exchange, valid_from, valid_to, merged, isin, reason, file_id, line,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WITHDRAWAL = "UPDATE holdings_instrument_decision SET withdrawn_at = ?, withdrawal = ?"
            + " WHERE generation = ? AND decision = ?";
    private static final String WORDING = "INSERT INTO holdings_instrument (first_day, last_day, span, file_id, line,"
            + " recorded_at, generation, account, wording, symbol, isin, name, conid, figi, cusip, exchange,"
            + " asset_class, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WIDER = "UPDATE holdings_instrument SET first_day = ?, last_day = ?, span = ?,"
            + " file_id = ?, line = ?, recorded_at = ? WHERE generation = ? AND account = ? AND wording = ?";
    private static final List<String> TABLES =
            List.of("holdings_instrument", "holdings_instrument_decision", "holdings_instrument_action");
    private static final int ROWS_A_BATCH = 1_000;

    private final JdbcTemplate jdbc;

    InstrumentTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The part of a row that grows. */
    private record Grown(@Nullable Period days, SourceRef source, Instant recordedAt) {}

    void merge(int generation, Collection<Sighting> seen) {
        Map<AccountId, List<Sighting>> byAccount = seen.stream().collect(Collectors.groupingBy(Sighting::account));
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> wider = new ArrayList<>();
        byAccount.forEach((account, sightings) -> {
            Map<String, Grown> known = known(generation, account);
            for (Sighting sighting : sightings) {
                String wording = wording(sighting);
                Grown before = known.get(wording);
                if (before == null) {
                    fresh.add(row(generation, wording, sighting, true));
                } else {
                    Sighting all = sighting.and(new Sighting(
                            account,
                            sighting.instrument(),
                            sighting.currency(),
                            before.days,
                            before.source,
                            before.recordedAt));
                    if (!before.equals(new Grown(all.days(), all.source(), all.recordedAt()))) {
                        wider.add(row(generation, wording, all, false));
                    }
                }
            }
        });
        insert(WORDING, fresh);
        insert(WIDER, wider);
    }

    private Map<String, Grown> known(int generation, AccountId account) {
        Map<String, Grown> known = new HashMap<>();
        jdbc.query(
                "SELECT wording, first_day, last_day, file_id, line, recorded_at FROM holdings_instrument"
                        + " WHERE generation = ? AND account = ?",
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
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
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
