package io.dividendsomatic.portfolio.account;

import static java.util.Comparator.comparing;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Folds an account's events afresh, without any read model, up to what was known at an instant: the newest day at or
 * before {@code asOf}, in the version that the greatest edition tells (then the greatest file hash).
 */
public final class Replay {
    private static final Comparator<SnapshotTold> BY_RIGHT =
            comparing(SnapshotTold::asOf).thenComparing(SnapshotTold::edition).thenComparing(SnapshotTold::file);

    private final LocalDate asOf;
    private final Instant knownAt;
    private Optional<SnapshotTold> winner = Optional.empty();
    private int events;

    public Replay(LocalDate asOf, Instant knownAt) {
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** What the fold found: the day and version that hold, and the hash of its content. */
    public record Found(LocalDate day, int version, List<Position> positions, ContentHash stateHash) {}

    /** Takes the account's events one by one, in their order, each with the time at which it was recorded. */
    public void on(AccountEvent event, Instant recordedAt) {
        if (recordedAt.isAfter(knownAt)) {
            return;
        }
        events++;
        if (event instanceof SnapshotTold told && !told.asOf().isAfter(asOf)) {
            winner = Optional.of(
                    winner.filter(best -> BY_RIGHT.compare(best, told) > 0).orElse(told));
        }
    }

    public Optional<Found> found() {
        return winner.map(
                told -> new Found(told.asOf(), told.version(), told.positions(), ContentHash.of(told.positions())));
    }

    /** How many events were folded. */
    public int events() {
        return events;
    }
}
