package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What rows call their instruments themselves, before they were named by their days.
 *
 * @param told by a fact and the instrument as it is named; only where that differs
 */
public record ToldNames(Map<Named, Instrument> told) {

    public ToldNames {
        told = Map.copyOf(told);
    }

    /** An instrument that a fact is about. */
    public record Named(FactId fact, Instrument instrument) {}

    /** Of the same tellings, in the same order. */
    public static ToldNames of(List<Telling> tellings, List<Telling> named) {
        Map<Named, Instrument> told = new HashMap<>();
        if (tellings.equals(named)) {
            return new ToldNames(told); // as nearly always
        }
        for (int i = 0; i < tellings.size(); i++) {
            Telling telling = tellings.get(i);
            Instrument own = RowView.of(telling.row()).instrument();
            Instrument name = RowView.of(named.get(i).row()).instrument();
            if (own != null && name != null && !own.equals(name)) {
                told.put(new Named(telling.fact(), name), own);
            }
        }
        return new ToldNames(told);
    }

    /** As the row of a booking calls it. */
    public Instrument of(Booking booking, Instrument instrument) {
        return booking.told().stream()
                .map(fact -> told.get(new Named(fact, instrument)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(instrument);
    }
}
