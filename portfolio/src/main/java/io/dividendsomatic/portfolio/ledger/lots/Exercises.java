package io.dividendsomatic.portfolio.ledger.lots;

import static java.util.Comparator.comparing;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which options went for which trade of their underlying, when they were exercised or assigned: both on one day, the
 * underlying at the strike and for as many units as the contracts are for. The option's symbol begins with that of its
 * underlying and states the strike (the OCC's series key, {@code ALFA  310117C00020000}, or IBKR's own wording, {@code
 * ALFA 17JAN31 20 C}). What such an option has cost or brought becomes part of the underlying's cost or proceeds (IRS
 * Publication 550, Puts and Calls). An option that is settled in money finds no such trade and realizes its gain itself.
 *
 * @param options of each trade of an underlying
 * @param taken all of these options
 */
record Exercises(Map<FactId, List<Booking>> options, Set<FactId> taken) {
    /** The broker's codes for exercise, assignment and expiry: the contracts end, and none is opened. */
    private static final Set<String> ENDS = Set.of("Ex", "A", "Ep");

    private static final Set<String> DELIVERS = Set.of("Ex", "A");
    private static final Pattern OCC = Pattern.compile("(\\S+)\\s*\\d{6}[CP](\\d{8})");
    private static final int OCC_DECIMALS = 3;
    private static final Pattern WORDED = Pattern.compile("(\\S+) \\d{1,2}[A-Z]{3}\\d{2} ([\\d.]+) [CP]");

    /** An option's underlying by its symbol, and the price at which it is delivered. */
    private record Contract(String underlying, BigDecimal strike) {
        static @Nullable Contract of(Trade option) {
            String symbol = option.instrument().symbol();
            if (symbol == null) {
                return null;
            }
            Matcher occ = OCC.matcher(symbol.strip().toUpperCase(Locale.ROOT));
            if (occ.matches()) {
                return new Contract(occ.group(1), new BigDecimal(occ.group(2)).movePointLeft(OCC_DECIMALS));
            }
            Matcher worded = WORDED.matcher(symbol.strip().toUpperCase(Locale.ROOT));
            return worded.matches() ? new Contract(worded.group(1), new BigDecimal(worded.group(2))) : null;
        }
    }

    /** Whether the contracts of this trade come to their end in it; what is delivered for them has the same codes. */
    static boolean ends(Trade trade, LotRules rules) {
        return trade.codes().stream().anyMatch(ENDS::contains)
                && (Contract.of(trade) != null || rules.canBeShort().test(trade.instrument()));
    }

    static Exercises among(List<Booking> bookings) {
        List<Booking> options = bookings.stream()
                .filter(booking -> booking.row() instanceof Trade t && delivers(t))
                .sorted(comparing(Booking::id))
                .toList();
        Set<LocalDate> days = options.stream().map(Booking::date).collect(Collectors.toSet());
        List<Booking> trades = options.isEmpty()
                ? List.of()
                : bookings.stream()
                        .filter(booking -> booking.row() instanceof Trade t && t.price() != null)
                        .filter(booking -> days.contains(booking.date()))
                        .sorted(comparing(Booking::id))
                        .toList();
        Map<FactId, List<Booking>> found = new HashMap<>();
        List<Booking> open = new ArrayList<>(options);
        for (Booking trade : trades) {
            List<Booking> fitting = open.stream()
                    .filter(option -> isFor((Trade) option.row(), (Trade) trade.row()))
                    .toList();
            List<Booking> taken = fitting.stream()
                    .filter(option -> delivered(List.of(option)).compareTo(units(trade)) == 0)
                    .findFirst()
                    .map(List::of)
                    .orElse(delivered(fitting).compareTo(units(trade)) == 0 ? fitting : List.of());
            if (!taken.isEmpty()) {
                found.put(trade.id(), taken);
                open.removeAll(taken);
            }
        }
        return new Exercises(
                found,
                found.values().stream().flatMap(List::stream).map(Booking::id).collect(Collectors.toSet()));
    }

    /** Whether the option's lots go with a trade of the underlying. */
    boolean takes(Booking option) {
        return taken.contains(option.id());
    }

    private static boolean delivers(Trade trade) {
        return trade.codes().stream().anyMatch(DELIVERS::contains) && Contract.of(trade) != null;
    }

    private static boolean isFor(Trade option, Trade trade) {
        Contract contract = Contract.of(option);
        return contract != null
                && trade.price() != null
                && contract.underlying().equals(trade.instrument().symbol())
                && contract.strike().compareTo(trade.price().value()) == 0
                && option.when().date().equals(trade.when().date())
                && option.currency().equals(trade.currency());
    }

    private static BigDecimal units(Booking trade) {
        return ((Trade) trade.row()).quantity().value().abs();
    }

    private static BigDecimal delivered(List<Booking> options) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Booking booking : options) {
            Trade option = (Trade) booking.row();
            BigDecimal multiplier = option.instrument().multiplier();
            sum = sum.add(option.quantity().value().abs().multiply(multiplier == null ? BigDecimal.ONE : multiplier));
        }
        return sum;
    }
}
