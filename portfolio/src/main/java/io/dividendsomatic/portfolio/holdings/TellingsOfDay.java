package io.dividendsomatic.portfolio.holdings;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that was told of one account's day. The telling of the greatest edition wins, then of the greatest file;
 * the version that it told is current. When each was recorded decides only what was known at a time.
 */
record TellingsOfDay(List<Telling> tellings) {
    private static final Comparator<Telling> BY_RIGHT =
            comparing(Telling::edition).thenComparing(Telling::file);

    /** The telling that was right as far as was known; nothing before the day was first told. */
    Optional<Telling> winner(Instant knownAt) {
        return known(knownAt).stream().max(BY_RIGHT);
    }

    /** The same among those that told one version. */
    Optional<Telling> winner(int version, Instant knownAt) {
        return new TellingsOfDay(of(version)).winner(knownAt);
    }

    List<Telling> of(int version) {
        return tellings.stream().filter(telling -> telling.version() == version).toList();
    }

    List<Telling> known(Instant knownAt) {
        return tellings.stream()
                .filter(telling -> !telling.recordedAt().isAfter(knownAt))
                .toList();
    }

    /**
     * When a version last ceased to be current; a version that never was ceased when it was recorded. Nothing for the
     * current one.
     */
    Optional<Instant> supersededAt(int version, Instant knownAt) {
        SortedSet<Instant> turns = new TreeSet<>();
        known(knownAt).forEach(telling -> turns.add(telling.recordedAt()));
        Optional<Instant> ended = of(version).stream().map(Telling::recordedAt).min(Comparator.naturalOrder());
        boolean current = false;
        for (Instant turn : turns) {
            boolean wins = winner(turn).orElseThrow().version() == version;
            ended = current && !wins ? Optional.of(turn) : ended;
            current = wins;
        }
        return current ? Optional.empty() : ended;
    }
}
