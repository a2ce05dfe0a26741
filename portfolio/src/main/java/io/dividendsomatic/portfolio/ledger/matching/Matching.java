package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The bookings of one account from all tellings of its files, whatever their order: tellings of one identity are one
 * fact; what an order cost is its trade's; facts that no file tells both of, and that agree in their core, are one; a payment told converted or after tax is
 * the one told as it was paid; an order is its executions; what the broker restated stands as it told it last.
 */
public final class Matching {

    private Matching() {}

    /** The bookings by day and identity, and what could not be decided. */
    public record Matched(List<Booking> bookings, List<OpenQuestion> questions) {

        public Matched {
            bookings = List.copyOf(bookings);
            questions = List.copyOf(questions);
        }
    }

    /** Throws IllegalArgumentException for a telling of something that books nothing. */
    public static Matched match(Collection<Telling> tellings, Function<Instrument, InstrumentKey> identify) {
        Core core = new Core(identify);
        List<Fact> facts = Fact.of(tellings);
        Twins twins = new Twins(core);
        List<Fact> joined = Legs.joined(twins.joined(OrderCharges.joined(facts, twins)));
        List<Fact> paid = ToldAsActions.joined(joined, core);
        ToldAfterTax.Resolved net = ToldAfterTax.resolve(ToldConverted.joined(paid, identify), core);
        Orders.Resolved resolved = Orders.resolve(net.facts(), core.instruments());
        List<OpenQuestion> questions = new ArrayList<>(resolved.questions());
        questions.addAll(net.questions());
        Nearness nearness = new Nearness(core.instruments());
        Coverage coverage = Coverage.of(tellings, resolved.facts());
        Restatements.Resolved restated = new Restatements(nearness, coverage).resolve(resolved.facts());
        questions.addAll(restated.questions());
        questions.addAll(new MovedRows(nearness, coverage).among(restated.facts()));
        questions.addAll(Contradictions.among(tellings, facts, core.instruments()));
        return new Matched(
                restated.facts().stream()
                        .sorted(Comparator.comparing((Fact fact) -> fact.view().date())
                                .thenComparing(Fact::id))
                        .map(Fact::booking)
                        .toList(),
                questions);
    }
}
