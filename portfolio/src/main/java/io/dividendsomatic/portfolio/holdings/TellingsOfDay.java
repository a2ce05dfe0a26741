package io.dividendsomatic.portfolio.holdings;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
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

    List<Telling> of(int version) {
        return tellings.stream().filter(telling -> telling.version() == version).toList();
    }

    List<Telling> known(Instant knownAt) {
        return tellings.stream().filter(telling -> telling.countsAt(knownAt)).toList();
    }

    /** What told a version; of one that nothing tells any more, what told it once. */
    List<Telling> ever(int version, Instant knownAt) {
        List<Telling> told = of(version).stream()
                .filter(telling -> telling.isToldBy(knownAt))
                .toList();
        List<Telling> counting =
                told.stream().filter(telling -> telling.countsAt(knownAt)).toList();
        return counting.isEmpty() ? told : counting;
    }

    /** The telling that makes a version right; of one that nothing tells any more, the one that did. */
    Optional<Telling> lastWord(int version, Instant knownAt) {
        return ever(version, knownAt).stream().max(BY_RIGHT);
    }

    /**
     * When a version last ceased to be current; a version that never was ceased when it was recorded. Nothing for the
     * current one; a version that no file tells any more ceased when the last was taken back.
     */
    Optional<Instant> supersededAt(int version, Instant knownAt) {
        NavigableSet<Instant> turns = new TreeSet<>();
        tellings.stream()
                .flatMap(Telling::turns)
                .filter(turn -> !turn.isAfter(knownAt))
                .forEach(turns::add);
        Optional<Instant> ended = of(version).stream().map(Telling::recordedAt).min(Comparator.naturalOrder());
        boolean current = false;
        for (Instant turn : turns) {
            boolean wins =
                    winner(turn).filter(telling -> telling.version() == version).isPresent();
            ended = current && !wins ? Optional.of(turn) : ended;
            current = wins;
        }
        return current ? Optional.empty() : ended;
    }
}
