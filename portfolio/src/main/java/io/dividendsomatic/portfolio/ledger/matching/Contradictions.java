package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.Telling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds numbers of a broker under which files tell different things. The number says that it is one fact, so the newest
 * telling stands. But brokers do not move a booking to another instrument, and of two files of equal age that tell other
 * figures neither is the newest, so a person is asked; money that one of them tells converted is no other figure.
 */
final class Contradictions {

    private Contradictions() {}

    /** By the order of the facts. */
    static List<OpenQuestion> among(Collection<Telling> tellings, List<Fact> facts, InstrumentAgreement instruments) {
        List<Fact> ofSeveral =
                facts.stream().filter(fact -> fact.files().size() > 1).toList();
        if (ofSeveral.isEmpty()) {
            return List.of();
        }
        Map<FactId, List<Telling>> told = tellings.stream().collect(Collectors.groupingBy(Telling::fact));
        return ofSeveral.stream()
                .flatMap(fact -> contradiction(fact, told.getOrDefault(fact.id(), List.of()), instruments).stream()
                        .map(kind -> new OpenQuestion(
                                kind, fact.view().date(), fact.view().instrument(), List.of(fact.id()), List.of())))
                .toList();
    }

    private static Optional<OpenQuestion.Kind> contradiction(
            Fact fact, List<Telling> told, InstrumentAgreement instruments) {
        if (told.stream()
                .anyMatch(telling -> !instruments.compatible(
                        fact.view().instrument(), RowView.of(telling.row()).instrument()))) {
            return Optional.of(OpenQuestion.Kind.ONE_NUMBER_OF_TWO_INSTRUMENTS);
        }
        ToldFigures standing = ToldFigures.of(fact.row());
        return told.stream()
                        .anyMatch(telling -> telling.edition().equals(fact.edition())
                                && !ToldFigures.of(telling.row()).equals(standing)
                                && !MoneyAgreement.isSourceOf(fact.row(), telling.row()))
                ? Optional.of(OpenQuestion.Kind.ONE_NUMBER_OF_TWO_FIGURES)
                : Optional.empty();
    }
}
