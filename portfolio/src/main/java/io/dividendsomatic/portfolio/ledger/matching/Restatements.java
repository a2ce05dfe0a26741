package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds rows that a later file may have told anew with another figure. Of days that two files both cover each should
 * tell all that the other tells. So a row that only one of them tells, and one near to it that only the other tells, are
 * one that was restated, or two. The files do not say which, so both stand and a person is asked. Rows that both have a
 * number of the broker need no guess: the numbers say whether they are one.
 */
record Restatements(Nearness nearness, Coverage coverage) {
    private static final Comparator<Fact> BY_EDITION =
            Comparator.comparing(Fact::edition).thenComparing(Fact::file).thenComparing(Fact::id);

    /** Only rows of one kind and day can be one. */
    private record Place(BookingKind kind, LocalDate day) {
        static Place of(Fact fact) {
            return new Place(fact.view().kind(), fact.view().date());
        }
    }

    List<OpenQuestion> among(List<Fact> facts) {
        List<OpenQuestion> questions = new ArrayList<>();
        facts.stream().collect(Collectors.groupingBy(Place::of)).values().forEach(alike -> ask(alike, questions));
        questions.sort(Comparator.comparing(OpenQuestion::date)
                .thenComparing(question -> question.facts().getFirst()));
        return questions;
    }

    private void ask(List<Fact> alike, List<OpenQuestion> questions) {
        if (areOfOneFile(alike)) {
            return;
        }
        List<Fact> byEdition = alike.stream().sorted(BY_EDITION).toList();
        for (int later = 1; later < byEdition.size(); later++) {
            Fact told = byEdition.get(later);
            List<FactId> earlier = byEdition.subList(0, later).stream()
                    .filter(fact -> mayBeOne(fact, told))
                    .map(Fact::id)
                    .toList();
            if (!earlier.isEmpty()) {
                questions.add(new OpenQuestion(
                        OpenQuestion.Kind.RESTATED_OR_ANOTHER,
                        told.view().date(),
                        told.view().instrument(),
                        List.of(told.id()),
                        earlier));
            }
        }
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
