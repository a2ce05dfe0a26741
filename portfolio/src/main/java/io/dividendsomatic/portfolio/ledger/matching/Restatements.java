package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds rows that a later file may have told anew with another figure. Of days that two files both cover each should
 * tell all that the other tells. So a row that only one of them tells, and one near to it that only the other tells, are
 * one that was restated, or two. Where the broker itself says which of two statements of one format it made later, and
 * only these two rows come into question, the later one stands, with both files as its sources. Else the files do not
 * say, so both stand and a person is asked. Rows that both have a number of the broker need no guess: the numbers say
 * whether they are one.
 */
record Restatements(Nearness nearness, Coverage coverage) {
    private static final Comparator<Fact> BY_EDITION =
            Comparator.comparing(Fact::edition).thenComparing(Fact::file).thenComparing(Fact::id);

    /** The facts with those that were restated joined, and what stays open. */
    record Resolved(List<Fact> facts, List<OpenQuestion> questions) {}

    /** Only rows of one kind and day can be one. */
    private record Place(BookingKind kind, LocalDate day) {
        static Place of(Fact fact) {
            return new Place(fact.view().kind(), fact.view().date());
        }
    }

    /** Two rows that may be one; the later told one second. */
    private record Pair(Fact earlier, Fact later) {}

    Resolved resolve(List<Fact> facts) {
        if (coverage.isOfNoTwoFiles()) {
            return new Resolved(facts, List.of());
        }
        List<Fact> resolved = new ArrayList<>();
        List<OpenQuestion> questions = new ArrayList<>();
        facts.stream()
                .collect(Collectors.groupingBy(Place::of))
                .values()
                .forEach(alike -> resolved.addAll(resolve(alike, questions)));
        questions.sort(Comparator.comparing(OpenQuestion::date)
                .thenComparing(question -> question.facts().getFirst()));
        return new Resolved(resolved, questions);
    }

    private Collection<Fact> resolve(List<Fact> alike, List<OpenQuestion> questions) {
        List<Pair> pairs = areOfOneFile(alike) ? List.of() : pairs(alike);
        if (pairs.isEmpty()) {
            return alike;
        }
        List<Fact> standing = new ArrayList<>(alike);
        Map<Fact, List<Pair>> byLater = pairs.stream().collect(Collectors.groupingBy(Pair::later));
        for (Fact later : alike) {
            List<Pair> own = byLater.getOrDefault(later, List.of());
            if (own.isEmpty()) {
                continue;
            }
            Pair pair = own.getFirst();
            if (own.size() == 1 && isRestated(pair) && isAlone(pair, pairs)) {
                Fact joined = later.toldAlsoBy(List.of(pair.earlier()), later.row());
                Fact known = joined.withId(joined.told().first());
                standing.removeAll(List.of(pair.earlier(), later));
                standing.add(known);
                questions.add(question(OpenQuestion.Kind.RESTATED, known, List.of()));
            } else {
                questions.add(question(OpenQuestion.Kind.RESTATED_OR_ANOTHER, later, own));
            }
        }
        return standing;
    }

    private static OpenQuestion question(OpenQuestion.Kind kind, Fact about, List<Pair> pairs) {
        return new OpenQuestion(
                kind,
                about.view().date(),
                about.view().instrument(),
                List.of(about.id()),
                pairs.stream().map(pair -> pair.earlier().id()).toList());
    }

    private List<Pair> pairs(List<Fact> alike) {
        List<Fact> byEdition = alike.stream().sorted(BY_EDITION).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int later = 1; later < byEdition.size(); later++) {
            for (Fact earlier : byEdition.subList(0, later)) {
                if (mayBeOne(earlier, byEdition.get(later))) {
                    pairs.add(new Pair(earlier, byEdition.get(later)));
                }
            }
        }
        return pairs;
    }

    private static boolean isAlone(Pair pair, List<Pair> pairs) {
        Set<Fact> both = Set.of(pair.earlier(), pair.later());
        return pairs.stream()
                .filter(other -> !other.equals(pair))
                .noneMatch(other -> both.contains(other.earlier()) || both.contains(other.later()));
    }

    private boolean isRestated(Pair pair) {
        Fact earlier = pair.earlier();
        Fact later = pair.later();
        return earlier.edition().precedence() == later.edition().precedence()
                && earlier.edition().statedAt().isBefore(later.edition().statedAt())
                && coverage.isOfAStatedTime(earlier)
                && coverage.isOfAStatedTime(later);
    }

    /** Then they are as many as it tells. */
    private static boolean areOfOneFile(List<Fact> facts) {
        SortedSet<FileId> common = new TreeSet<>(facts.getFirst().files());
        facts.forEach(fact -> common.retainAll(fact.files()));
        return !common.isEmpty();
    }

    private boolean mayBeOne(Fact one, Fact other) {
        return !one.sharesAFileWith(other) && nearness.near(one, other) && coverage.shouldBeToldTogether(one, other);
    }
}
