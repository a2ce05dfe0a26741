package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Telling;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of which days two files both tell everything: those that both say to cover, and those from the first to the last one
 * of which they tell the same.
 */
final class Coverage {
    private final Map<FileId, Period> covered = new HashMap<>();
    private final Map<Pair, Period> common = new HashMap<>();

    private Coverage() {}

    /** Two files, the smaller first. */
    private record Pair(FileId one, FileId other) {
        static Pair of(FileId one, FileId other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    static Coverage of(Collection<Telling> tellings, List<Fact> facts) {
        Coverage coverage = new Coverage();
        for (Telling telling : tellings) {
            if (telling.spokenFor() != null) {
                coverage.covered.put(telling.file(), telling.spokenFor());
            }
        }
        for (Fact fact : facts) {
            if (fact.files().size() == 1) {
                continue;
            }
            Period day = new Period(fact.view().date(), fact.view().date());
            for (FileId one : fact.files()) {
                for (FileId other : fact.files().tailSet(one)) {
                    if (!one.equals(other)) {
                        coverage.common.merge(Pair.of(one, other), day, Coverage::both);
                    }
                }
            }
        }
        return coverage;
    }

    /** Then no two facts should be told together. */
    boolean isOfNoTwoFiles() {
        return common.isEmpty() && covered.size() < 2;
    }

    /** Whether one of the files that tell the one fact, and another one that tell the other, should tell both. */
    boolean shouldBeToldTogether(Fact one, Fact other) {
        LocalDate day = one.view().date();
        return one.files().stream().anyMatch(a -> other.files().stream().anyMatch(b -> overlap(a, b, day)));
    }

    /**
     * Whether the file that tells the fact last covers its day and has a time of its own: without one its edition is the
     * end of its period.
     */
    boolean isOfAStatedTime(Fact fact) {
        Period period = covered.get(fact.file());
        return period != null
                && contains(period, fact.view().date())
                && !fact.edition()
                        .statedAt()
                        .equals(period.to()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
    }

    private boolean overlap(FileId one, FileId other, LocalDate day) {
        Period same = common.get(Pair.of(one, other));
        return (same != null && contains(same, day)) || (covers(one, day) && covers(other, day));
    }

    private boolean covers(FileId file, LocalDate day) {
        Period period = covered.get(file);
        return period != null && contains(period, day);
    }

    private static boolean contains(Period period, LocalDate day) {
        return !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    private static Period both(Period one, Period more) {
        return new Period(
                one.from().isBefore(more.from()) ? one.from() : more.from(),
                one.to().isAfter(more.to()) ? one.to() : more.to());
    }
}
