package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.projection.Absence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that one generation of the tables holds of sightings and decisions: some thousand rows of a long life. */
record StoredInstruments(List<Said> all, List<Kept> decided) {

    StoredInstruments {
        all = List.copyOf(all);
        decided = List.copyOf(decided);
    }

    /** A wording, and when no file that counts used it. */
    record Said(Sighting sighting, List<Absence> absences) {
        boolean isKnownAt(Instant knownAt) {
            return !sighting.recordedAt().isAfter(knownAt) && !Absence.anyCovers(absences, knownAt);
        }

        Stream<Instant> turns() {
            return Stream.concat(
                    Stream.of(sighting.recordedAt()), absences.stream().flatMap(Absence::turns));
        }
    }

    /**
     * A decision and its life.
     *
     * @param withdrawnAt absent while it stands
     * @param withdrawal why it was taken back
     */
    record Kept(
            Decision decision,
            Instant recordedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawal) {

        /** When it last changed. */
        Instant changedAt() {
            return withdrawnAt == null ? recordedAt : withdrawnAt;
        }

        boolean standsAt(Instant knownAt) {
            return !recordedAt.isAfter(knownAt) && (withdrawnAt == null || withdrawnAt.isAfter(knownAt));
        }
    }

    static StoredInstruments read(JdbcClient jdbc, int generation) {
        Map<String, List<Absence>> absences = absences(jdbc, generation);
        return new StoredInstruments(
                jdbc.sql(
                                "SELECT account, wording, symbol, isin, name, conid, figi, cusip, exchange, asset_class, currency,"
                                        + " first_day, last_day, file_id, line, recorded_at FROM holdings_instrument"
                                        + " WHERE generation = ?")
                        .param(generation)
                        .query((row, number) -> new Said(sighting(row), absences.getOrDefault(place(row), List.of())))
                        .list(),
                jdbc.sql("SELECT * FROM holdings_instrument_decision WHERE generation = ? ORDER BY decision")
                        .param(generation)
                        .query((row, number) -> record(row))
                        .list());
    }

    private static Map<String, List<Absence>> absences(JdbcClient jdbc, int generation) {
        Map<String, List<Absence>> absences = new HashMap<>();
        jdbc.sql("SELECT account, wording, absent_from, absent_until FROM holdings_instrument_absence"
                        + " WHERE generation = ?")
                .param(generation)
                .query(row -> {
                    OffsetDateTime until = row.getObject("absent_until", OffsetDateTime.class);
                    absences.computeIfAbsent(place(row), first -> new ArrayList<>())
                            .add(new Absence(
                                    row.getObject("absent_from", OffsetDateTime.class)
                                            .toInstant(),
                                    until == null ? null : until.toInstant()));
                });
        return absences;
    }

    private static String place(ResultSet row) throws SQLException {
        return row.getString("account") + " " + row.getString("wording");
    }

    /** When anything was last added or taken back; the beginning of time when there is nothing. */
    Instant newest() {
        return Stream.concat(all.stream().flatMap(Said::turns), decided.stream().map(Kept::changedAt))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    List<Sighting> sightings(Instant knownAt) {
        return all.stream()
                .filter(said -> said.isKnownAt(knownAt))
                .map(Said::sighting)
                .toList();
    }

    List<Decision> decisions(Instant knownAt) {
        return decided.stream()
                .filter(record -> record.standsAt(knownAt))
                .map(Kept::decision)
                .toList();
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Sighting(
                AccountId.parse(row.getString("account")),
                new Instrument(
                        row.getString("symbol"),
                        isin(row, "isin"),
                        row.getString("name"),
                        row.getString("conid"),
                        row.getString("figi"),
                        row.getString("cusip"),
                        row.getString("exchange"),
                        row.getString("asset_class"),
                        null),
                currency == null ? null : new CurrencyCode(currency),
                InstrumentTables.days(row),
                new SourceRef(new FileId(row.getString("file_id")), row.getInt("line")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Isin isin(ResultSet row, String column) throws SQLException {
        String isin = row.getString(column);
        return isin == null ? null : new Isin(isin);
    }

    private static Kept record(ResultSet row) throws SQLException {
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        String file = row.getString("file_id");
        return new Kept(
                new Decision(
                        row.getInt("decision"),
                        content(row),
                        file == null ? null : new SourceRef(new FileId(file), row.getInt("line"))),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                withdrawnAt == null ? null : withdrawnAt.toInstant(),
                row.getString("withdrawal"));
    }

    private static IdentityDecision content(ResultSet row) throws SQLException {
        Isin isin = new Isin(row.getString("isin"));
        String reason = row.getString("reason");
        Isin merged = isin(row, "merged");
        if (merged != null) {
            return new MergeInstruments(merged, isin, reason);
        }
        Isin costOf = isin(row, "cost_of");
        if (costOf != null) {
            return new ShareCost(costOf, isin, row.getBigDecimal("cost_share"), reason);
        }
        String broker = row.getString("alias_broker");
        InstrumentAlias alias = new InstrumentAlias(
                InstrumentAlias.Kind.valueOf(row.getString("alias_kind")),
                row.getString("alias_value"),
                broker == null ? null : new Broker(broker),
                row.getString("alias_exchange"));
        Validity validity =
                new Validity(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
        return new IdentifyInstrument(alias, isin, validity, reason);
    }
}
