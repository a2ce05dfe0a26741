package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The balances that a file prints against ours of the same day. Of balances printed after each row the one nearest to
 * ours stands for the day's last one, since files run in either direction. Such a file may end within a day, or begin within
 * one, also between the rows of an order: ours is the day's end, or what is left of it without the rows of which the file
 * does not tell, whichever is nearer. A sum of all currencies is compared where the account's files state the rates of
 * that day.
 */
record CashLines(StatementFile file, Ours ours) {

    /** A balance of a day. */
    private record Spot(LocalDate day, At at, CurrencyCode currency, boolean allCurrencies)
            implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return Comparator.comparing(Spot::day)
                    .thenComparing(Spot::currency)
                    .thenComparing(Spot::at)
                    .thenComparing(Spot::allCurrencies)
                    .compare(this, other);
        }
    }

    Stream<ReconciliationLine> lines() {
        SortedMap<Spot, List<Printed<CashBalance>>> spots = file.printed(CashBalance.class).stream()
                .collect(Collectors.groupingBy(
                        printed -> new Spot(
                                printed.row().asOf(),
                                printed.row().at(),
                                printed.row().currency(),
                                printed.row().allCurrencies()),
                        TreeMap::new,
                        Collectors.toList()));
        Told told = spots.keySet().stream().anyMatch(CashLines::isAfterRow) ? told() : Told.NOTHING;
        return spots.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue(), told));
    }

    private static boolean isAfterRow(Spot spot) {
        return spot.at() == At.AFTER_ROW && !spot.allCurrencies();
    }

    /**
     * What this file tells.
     *
     * @param inPart of these one row, with the currencies that it prints: other files tell rows of the same order
     */
    private record Told(Set<FactId> bookings, Map<FactId, Set<CurrencyCode>> inPart) {
        static final Told NOTHING = new Told(Set.of(), Map.of());

        /** @param costs whether those are told that the row may be about, or may not */
        boolean tells(CashEffect effect, boolean costs) {
            Set<CurrencyCode> printed = inPart.get(effect.booking());
            boolean isCost = effect.part() == CashEffect.Part.FEE || effect.part() == CashEffect.Part.TAX;
            return bookings.contains(effect.booking())
                    && (printed == null || (printed.contains(effect.money().currency()) && (costs || !isCost)));
        }
    }

    private Told told() {
        Map<SourceRef, Set<CurrencyCode>> printed = file.printed(CashBalance.class).stream()
                .collect(Collectors.groupingBy(
                        Printed::source,
                        Collectors.mapping(figure -> figure.row().currency(), Collectors.toSet())));
        Set<FactId> told = new HashSet<>();
        Map<FactId, Set<CurrencyCode>> inPart = new HashMap<>();
        for (Booking booking : ours.bookings()) {
            List<SourceRef> own = booking.sources().stream()
                    .filter(source -> source.fileId().equals(file.file()))
                    .toList();
            if (!own.isEmpty()) {
                told.add(booking.id());
            }
            if (own.size() == 1 && booking.told().size() > 1) {
                inPart.put(booking.id(), printed.getOrDefault(own.getFirst(), Set.of()));
            }
        }
        return new Told(told, inPart);
    }

    private ReconciliationLine line(Spot spot, List<Printed<CashBalance>> printed, Told told) {
        LocalDate day = spot.at() == At.START_OF_DAY ? spot.day().minusDays(1) : spot.day();
        Amount own = isAfterRow(spot)
                ? nearest(
                        printed,
                        nearest(printed, atEnd(spot), withoutUntold(spot, told, false)),
                        withoutUntold(spot, told, true))
                : own(spot, day);
        CashBalance nearest = nearest(printed, own == null ? BigDecimal.ZERO : own.value());
        List<SourceRef> sources = printed.stream()
                .filter(row -> Objects.equals(row.row().balance(), nearest.balance()))
                .map(Printed::source)
                .toList();
        Tolerance tolerance = Tolerance.ofMoney(List.of(nearest.asPrinted()), spot.currency());
        ReconciliationLine line = ReconciliationLine.of(
                file.file(),
                new Period(spot.day(), spot.day()),
                Item.CASH,
                null,
                spot.currency(),
                nearest.balance(),
                own,
                tolerance,
                sources);
        return line.verdict() == Verdict.BREAK
                ? line.naming(currencies(spot)
                        .flatMap(currency -> DoubtfulCharges.of(currency, day, ours.bookings()).stream())
                        .toList())
                : line;
    }

    private static CashBalance nearest(List<Printed<CashBalance>> printed, BigDecimal aim) {
        return printed.stream()
                .map(Printed::row)
                .min(Comparator.comparing((CashBalance row) -> distance(row, aim))
                        .thenComparing(row -> row.balance().value())
                        .thenComparingInt(row -> row.asPrinted().scale()))
                .orElseThrow();
    }

    /** Which of the two one of the balances is nearer to. */
    private static Amount nearest(List<Printed<CashBalance>> printed, Amount one, Amount other) {
        BigDecimal toOne = distance(nearest(printed, one.value()), one.value());
        BigDecimal toOther = distance(nearest(printed, other.value()), other.value());
        return toOther.compareTo(toOne) < 0 ? other : one;
    }

    private static BigDecimal distance(CashBalance row, BigDecimal aim) {
        return row.balance().value().subtract(aim).abs();
    }

    private Amount atEnd(Spot spot) {
        return ours.cash().balanceAt(spot.currency(), spot.day());
    }

    private Amount withoutUntold(Spot spot, Told told, boolean costs) {
        BigDecimal untold = ours.cash().entries().getOrDefault(spot.currency(), List.of()).stream()
                .map(CashLedger.Entry::effect)
                .filter(effect -> effect.date().equals(spot.day()) && !told.tells(effect, costs))
                .map(effect -> effect.money().amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Amount(atEnd(spot).value().subtract(untold));
    }

    private @Nullable Amount own(Spot spot, LocalDate day) {
        if (!spot.allCurrencies()) {
            return ours.cash().balanceAt(spot.currency(), day);
        }
        BigDecimal sum = ours.cashWorth(spot.currency(), day).sum();
        return sum == null ? null : new Amount(sum);
    }

    private Stream<CurrencyCode> currencies(Spot spot) {
        return spot.allCurrencies() ? ours.cash().currencies().stream() : Stream.of(spot.currency());
    }
}
