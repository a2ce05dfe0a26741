package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvents;
import io.dividendsomatic.portfolio.ledger.actions.Cancellations;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Folds the bookings of one account into lots, positions and gains; the order of the list does not matter. Its first
 * booking is where it begins: one that is told later and of an earlier day moves that beginning, and what had gone without
 * having come is a gap until then. Units that a report states beside them are there from the end of its day.
 */
public final class LotFold {

    private LotFold() {}

    public static LotView fold(Collection<Booking> bookings, Method method, LotRules rules) {
        List<Booking> all = List.copyOf(bookings);
        Cancellations cancellations = Cancellations.of(all, rules.identify());
        List<Booking> standing = all.stream()
                .filter(booking -> !cancellations.voided().contains(booking.id()))
                .toList();
        Book book = new Book(rules, method, usualCurrencies(standing, rules.identify()));
        List<Step> steps = steps(standing);
        rules.reports().forEach(report -> steps.add(Step.of(report)));
        Collections.sort(steps);
        steps.forEach(step -> step.change().accept(book));
        return book.view(cancellations.questions());
    }

    private static List<Step> steps(List<Booking> bookings) {
        List<Step> steps = new ArrayList<>();
        Exercises exercises = Exercises.among(bookings);
        for (Booking booking : bookings) {
            if (booking.row() instanceof Trade trade) {
                List<Booking> options = exercises.options().getOrDefault(booking.id(), List.of());
                if (!options.isEmpty()) {
                    steps.add(Step.of(booking, trade, options));
                } else if (!exercises.takes(booking)) {
                    steps.add(Step.of(booking, trade));
                }
            } else if (booking.row() instanceof Transfer transfer) {
                steps.add(Step.of(booking, transfer));
            }
        }
        ActionEvents.of(bookings).forEach(event -> steps.add(Step.of(event)));
        return steps;
    }

    /** The one currency of an instrument's trades, else of its dividends: for rows that do not state theirs. */
    private static Map<InstrumentKey, CurrencyCode> usualCurrencies(
            List<Booking> bookings, Function<Instrument, InstrumentKey> identify) {
        Map<InstrumentKey, Set<CurrencyCode>> traded = new HashMap<>();
        Map<InstrumentKey, Set<CurrencyCode>> paid = new HashMap<>();
        for (Booking booking : bookings) {
            StatementRow row = booking.row();
            if (row instanceof Trade t) {
                traded.computeIfAbsent(identify.apply(t.instrument()), key -> new HashSet<>())
                        .add(t.currency());
            } else if (row instanceof CashDividend d) {
                paid.computeIfAbsent(identify.apply(d.instrument()), key -> new HashSet<>())
                        .add(d.movement().amount().currency());
            }
        }
        Map<InstrumentKey, CurrencyCode> usual = new HashMap<>();
        BiConsumer<InstrumentKey, Set<CurrencyCode>> only = (key, currencies) -> {
            if (currencies.size() == 1) {
                usual.put(key, currencies.iterator().next());
            }
        };
        paid.forEach(only);
        traded.forEach(only);
        return usual;
    }
}
