package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds rows that a later file may have told anew with the same figures, but on another day or of another instrument.
 * Two files that both cover the days, of which each tells one of the rows alone, do not say whether they are one: both
 * stand and a person is asked.
 */
record MovedRows(Nearness nearness, Coverage coverage) {
    /** Between trade, settlement and a corrected day lies about a week; more apart, equal figures are a rhythm. */
    private static final long MOST_DAYS = 7;

    private static final Comparator<Fact> BY_DAY =
            Comparator.comparing((Fact fact) -> fact.view().date()).thenComparing(Fact::id);

    private record Alike(BookingKind kind, ToldFigures figures) {
        static Alike of(Fact fact) {
            return new Alike(fact.view().kind(), ToldFigures.of(fact.row()));
        }
    }

    List<OpenQuestion> among(List<Fact> facts) {
        if (coverage.isOfNoTwoFiles()) {
            return List.of();
        }
        List<OpenQuestion> questions = new ArrayList<>();
        facts.stream().collect(Collectors.groupingBy(Alike::of)).values().forEach(alike -> ask(alike, questions));
        questions.sort(Comparator.comparing(OpenQuestion::date)
                .thenComparing(question -> question.facts().getFirst()));
        return questions;
    }

    private void ask(List<Fact> alike, List<OpenQuestion> questions) {
        List<Fact> byDay = alike.stream().sorted(BY_DAY).toList();
        for (int i = 0; i < byDay.size(); i++) {
            Fact one = byDay.get(i);
            LocalDate last = one.view().date().plusDays(MOST_DAYS);
            for (int j = i + 1; j < byDay.size() && !byDay.get(j).view().date().isAfter(last); j++) {
                Fact other = byDay.get(j);
                if (mayHaveMoved(one, other)) {
                    questions.add(question(one, other));
                }
            }
        }
    }

    private static OpenQuestion question(Fact one, Fact other) {
        boolean isLater = one.edition().compareTo(other.edition()) > 0;
        Fact later = isLater ? one : other;
        return new OpenQuestion(
                OpenQuestion.Kind.MOVED_OR_ANOTHER,
                later.view().date(),
                later.view().instrument(),
                List.of(later.id()),
                List.of((isLater ? other : one).id()));
    }

    private boolean mayHaveMoved(Fact one, Fact other) {
        boolean sameDay =
                ChronoUnit.DAYS.between(one.view().date(), other.view().date()) == 0;
        return !one.sharesAFileWith(other)
                && coverage.shouldBeToldTogether(one, other)
                && coverage.shouldBeToldTogether(other, one)
                && nearness.isAllButMoved(one, other, sameDay);
    }
}
