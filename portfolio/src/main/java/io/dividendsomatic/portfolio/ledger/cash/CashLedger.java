package io.dividendsomatic.portfolio.ledger.cash;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.Booking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The running balance of each currency of an account.
 *
 * @param opening what was there before the first booking, where that is known; nothing means zero
 * @param entries by day, then booking, then part
 * @param unknown bookings that move money of which no file tells the amount: they are in no balance
 */
public record CashLedger(
        Map<CurrencyCode, OpeningBalance> opening, SortedMap<CurrencyCode, List<Entry>> entries, List<FactId> unknown) {
    private static final Amount NOTHING = Amount.of("0");
    private static final Comparator<CashEffect> ORDER = Comparator.comparing(CashEffect::date)
            .thenComparing(CashEffect::booking)
            .thenComparing(CashEffect::part);

    public CashLedger {
        opening = Map.copyOf(opening);
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        unknown = List.copyOf(unknown);
    }

    /** An effect and the balance after it; inside a day the order says nothing. */
    public record Entry(CashEffect effect, Amount balance) {}

    public static CashLedger of(Collection<Booking> bookings) {
        return of(bookings, Map.of());
    }

    public static CashLedger of(Collection<Booking> bookings, Map<CurrencyCode, OpeningBalance> opening) {
        SortedMap<CurrencyCode, List<Entry>> entries = new TreeMap<>();
        bookings.stream()
                .flatMap(booking -> CashEffects.of(booking).stream())
                .sorted(ORDER)
                .forEach(effect -> {
                    CurrencyCode currency = effect.money().currency();
                    List<Entry> own = entries.computeIfAbsent(currency, key -> new ArrayList<>());
                    Amount before = own.isEmpty()
                            ? balance(opening.get(currency))
                            : own.getLast().balance();
                    own.add(new Entry(effect, before.plus(effect.money().amount())));
                });
        return new CashLedger(
                opening,
                entries,
                bookings.stream()
                        .filter(CashEffects::isUnknown)
                        .map(Booking::id)
                        .sorted()
                        .toList());
    }

    /** The currencies that ever had a balance. */
    public SortedSet<CurrencyCode> currencies() {
        SortedSet<CurrencyCode> all = new TreeSet<>(entries.keySet());
        all.addAll(opening.keySet());
        return all;
    }

    /** What was there before the first booking; zero where no file states it. */
    public Amount opening(CurrencyCode currency) {
        return balance(opening.get(currency));
    }

    private static Amount balance(@Nullable OpeningBalance opening) {
        return opening == null ? NOTHING : opening.balance();
    }

    /** The balance at the end of that day. */
    public Amount balanceAt(CurrencyCode currency, LocalDate day) {
        Amount balance = opening(currency);
        for (Entry entry : entries.getOrDefault(currency, List.of())) {
            if (entry.effect().date().isAfter(day)) {
                break;
            }
            balance = entry.balance();
        }
        return balance;
    }
}
