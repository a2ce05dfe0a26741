package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds rows without a number of the broker that a later file may have told anew with another figure. Two files that
 * tell some of the same facts overlap from the first day of these to the last; inside it each should tell all that the
 * other tells. So a row that only one of them tells, and another of its kind, day, instrument and units (or words) that
 * only the other tells, are one that was restated, or two. The files do not say which, so both stand and a person is
 * asked. A row with the broker's number needs no guess: the number says that it is one.
 */
final class Restatements {
    private static final Comparator<Fact> BY_EDITION =
            Comparator.comparing(Fact::edition).thenComparing(Fact::file).thenComparing(Fact::id);

    private Restatements() {}

    /** Two files, the smaller first. */
    private record Overlap(FileId one, FileId other) {}

    /** From the first day of which both files tell the same to the last. */
    private record Days(LocalDate first, LocalDate last) {
        Days with(Days more) {
            return new Days(
                    first.isBefore(more.first) ? first : more.first, last.isAfter(more.last) ? last : more.last);
        }

        boolean contain(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    static List<OpenQuestion> among(List<Fact> facts, Core core) {
        Map<Overlap, Days> overlaps = overlaps(facts);
        if (overlaps.isEmpty()) {
            return List.of();
        }
        List<OpenQuestion> questions = new ArrayList<>();
        facts.stream()
                .filter(Restatements::isUnnumbered)
                .collect(Collectors.groupingBy(Restatements::likeness))
                .values()
                .forEach(alike -> ask(alike, overlaps, core, questions));
        questions.sort(Comparator.comparing(OpenQuestion::date)
                .thenComparing(question -> question.facts().getFirst()));
        return questions;
    }

    private static void ask(List<Fact> alike, Map<Overlap, Days> overlaps, Core core, List<OpenQuestion> questions) {
        List<Fact> open = alike.stream().sorted(BY_EDITION).collect(Collectors.toCollection(ArrayList::new));
        for (Fact later : open.reversed()) {
            Optional<Fact> earlier = open.stream()
                    .takeWhile(fact -> !fact.equals(later))
                    .filter(fact -> core.instruments()
                            .compatible(fact.view().instrument(), later.view().instrument()))
                    .filter(fact -> overlap(fact, later, overlaps))
                    .findFirst();
            earlier.ifPresent(fact -> questions.add(new OpenQuestion(
                    OpenQuestion.Kind.RESTATED_OR_ANOTHER,
                    later.view().date(),
                    later.view().instrument(),
                    List.of(later.id()),
                    List.of(fact.id()))));
        }
    }

    private static boolean overlap(Fact one, Fact other, Map<Overlap, Days> overlaps) {
        return !one.sharesAFileWith(other)
                && one.files().stream()
                        .allMatch(a -> other.files().stream().allMatch(b -> {
                            Days days = overlaps.get(pair(a, b));
                            return days != null && days.contain(one.view().date());
                        }));
    }

    private static Map<Overlap, Days> overlaps(List<Fact> facts) {
        Map<Overlap, Days> overlaps = new HashMap<>();
        for (Fact fact : facts) {
            LocalDate day = fact.view().date();
            for (FileId one : fact.files()) {
                for (FileId other : fact.files().tailSet(one)) {
                    if (!one.equals(other)) {
                        overlaps.merge(pair(one, other), new Days(day, day), Days::with);
                    }
                }
            }
        }
        return overlaps;
    }

    private static Overlap pair(FileId one, FileId other) {
        return one.compareTo(other) < 0 ? new Overlap(one, other) : new Overlap(other, one);
    }

    private static boolean isUnnumbered(Fact fact) {
        return Stream.of(
                        fact.view().references().transaction(),
                        fact.view().references().trade())
                .allMatch(number -> number == null || number.isBlank());
    }

    /** What two tellings of one row still have in common when a figure of money was restated. */
    private static String likeness(Fact fact) {
        return Core.bucket(fact).kind() + " " + fact.view().date() + " " + figure(fact.row(), fact);
    }

    private static String figure(StatementRow row, Fact fact) {
        return switch (row) {
            case Trade t -> level(t.level()) + t.quantity();
            case FxConversion f -> level(f.level()) + f.amount().currency();
            case Transfer t -> String.valueOf(t.quantity());
            case CorporateAction a -> a.quantity() + " " + a.action() + a.cancelled();
            default -> String.valueOf(fact.view().description());
        };
    }

    private static String level(Level level) {
        return level + " ";
    }
}
