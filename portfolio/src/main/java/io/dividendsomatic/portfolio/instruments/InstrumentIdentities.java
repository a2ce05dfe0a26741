package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.OneMoment;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where anyone asks whom an account means by its instruments. It keeps its answer until a file shows or a
 * person decides something else; to know whether one did costs a count of a small table.
 *
 * <p>An earlier {@code knownAt} knows the wordings that had come by then and the decisions that stood; the days of a
 * wording are those of all files, whose widening alone gives an alias another meaning only where two instruments share
 * it.
 */
@Component
public class InstrumentIdentities {
    /** The read model in whose tables everything stands. */
    private static final String READ_MODEL = "holdings";

    private final JdbcClient jdbc;
    private final Generations generations;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    InstrumentIdentities(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /** How much the tables hold: any change that means something makes one of the numbers larger. */
    private record State(long wordings, long days, long decisions, long withdrawn, long turns) {}

    private record Known(State state, StoredInstruments stored, Instant newest, Identities now) {}

    /** As it was known then. */
    public Identities at(Instant knownAt) {
        Known all = known();
        return !all.newest.isAfter(knownAt) ? all.now : identities(all.stored, knownAt);
    }

    StoredInstruments stored() {
        return known().stored;
    }

    int generation() {
        return generations.active(READ_MODEL);
    }

    private Known known() {
        return Standpoint.once(
                InstrumentIdentities.class, () -> OneMoment.once(InstrumentIdentities.class, this::knownNow));
    }

    private Known knownNow() {
        int generation = generation();
        State state = state(generation);
        Known before = known.get(generation);
        if (before != null && before.state.equals(state)) {
            return before;
        }
        StoredInstruments stored = StoredInstruments.read(jdbc, generation);
        Known fresh = new Known(state, stored, stored.newest(), identities(stored, Instant.MAX));
        known.keySet().retainAll(List.of(generation)); // another generation answers no more
        known.put(generation, fresh);
        return fresh;
    }

    private static Identities identities(StoredInstruments stored, Instant knownAt) {
        return Identities.of(stored.sightings(knownAt), stored.decisions(knownAt));
    }

    private State state(int generation) {
        return jdbc.sql("SELECT COUNT(*) AS wordings, COALESCE(SUM(span), 0) AS days,"
                        + " (SELECT COUNT(*) FROM holdings_instrument_decision WHERE generation = :generation) AS decisions,"
                        + " (SELECT COUNT(withdrawn_at) FROM holdings_instrument_decision"
                        + " WHERE generation = :generation) AS withdrawn"
                        + ", (SELECT COUNT(*) + COUNT(restored_at) FROM holdings_withdrawal"
                        + " WHERE generation = :generation)"
                        + " + (SELECT COUNT(absent_until) FROM holdings_instrument_absence"
                        + " WHERE generation = :generation) AS turns"
                        + " FROM holdings_instrument WHERE generation = :generation")
                .param("generation", generation)
                .query((row, number) -> new State(
                        row.getLong("wordings"),
                        row.getLong("days"),
                        row.getLong("decisions"),
                        row.getLong("withdrawn"),
                        row.getLong("turns")))
                .single();
    }
}
