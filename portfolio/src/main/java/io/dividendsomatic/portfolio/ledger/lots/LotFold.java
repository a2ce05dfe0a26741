package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvents;
import io.dividendsomatic.portfolio.ledger.actions.Cancellations;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Folds the bookings of one account into lots, positions and gains; the order of the list does not matter. */
public final class LotFold {

    private LotFold() {}

    public static LotView fold(Collection<Booking> bookings, Method method, LotRules rules) {
        List<Booking> all = List.copyOf(bookings);
        Cancellations cancellations = Cancellations.of(all, rules.identify());
        List<Booking> standing = all.stream()
                .filter(booking -> !cancellations.voided().contains(booking.id()))
                .toList();
        Book book = new Book(rules, method, usualCurrencies(standing, rules.identify()));
        steps(standing).forEach(step -> step.change().accept(book));
        beforeTheFirstDay(book, standing);
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
        Collections.sort(steps);
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

    private static void beforeTheFirstDay(Book book, List<Booking> bookings) {
        LocalDate first = book.rules.firstKnownDay();
        if (first == null) {
            return;
        }
        bookings.stream()
                .filter(booking -> booking.date().isBefore(first))
                .sorted(Comparator.comparing(Booking::date).thenComparing(Booking::id))
                .forEach(booking -> {
                    if (booking.row() instanceof Trade t) {
                        Pool pool = book.pool(t.instrument(), t.currency());
                        early(book, booking, pool, t.quantity());
                    } else if (booking.row() instanceof Transfer t && t.instrument() != null && t.quantity() != null) {
                        early(book, booking, book.poolOf(t.instrument(), null), t.quantity());
                    } else if (booking.row() instanceof CorporateAction a
                            && a.quantity() != null
                            && a.quantity().value().signum() != 0) {
                        early(book, booking, book.poolOf(a.instrument(), null), a.quantity());
                    }
                });
    }

    private static void early(Book book, Booking booking, Pool pool, Quantity quantity) {
        book.gap(Gap.Reason.BEFORE_THE_FIRST_KNOWN_DAY, booking.date(), pool, quantity.value(), booking.id());
    }
}
