package io.dividendsomatic.portfolio.ledger.reconciliation;

import static java.util.Objects.requireNonNull;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect;
import io.dividendsomatic.portfolio.ledger.cash.CashEffects;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Balances that files print beside their bookings: the balance after a row, less what the row did to it, is the balance
 * before it. The rows of the first such day lead from one balance to the next; the balance that none of them leads to
 * was there before all of them. What a row did is what it tells itself: of a trade whose order is told in several rows, its
 * part. So neither the direction of a file nor the order of files matters. Where the day leads
 * back to where it began, or does not lead from one balance to the next, nothing is said.
 */
final class RunningBalances {

    private RunningBalances() {}

    /** A row with the balance after it, and what its bookings did to the balance. */
    private record Step(LocalDate day, Set<FactId> bookings, BigDecimal effect, BigDecimal after, SourceRef source) {
        BigDecimal before() {
            return after.subtract(effect);
        }
    }

    /** Effects on one currency. */
    private record Told(Map<FactId, LocalDate> days, Map<SourceRef, Map<FactId, BigDecimal>> byLine) {
        Told() {
            this(new HashMap<>(), new HashMap<>());
        }

        void take(Booking booking, CashEffect effect) {
            days.put(booking.id(), booking.date());
            booking.sources()
                    .forEach(source -> byLine.computeIfAbsent(source, line -> new HashMap<>())
                            .merge(booking.id(), effect.money().amount().value(), BigDecimal::add));
        }
    }

    /** Of each currency at most one. */
    static Stream<OpeningBalance> before(
            Collection<StatementFile> files, Collection<Booking> bookings, Collection<Telling> tellings) {
        Map<CurrencyCode, List<Printed<CashBalance>>> printed = files.stream()
                .flatMap(file -> file.printed(CashBalance.class).stream())
                .filter(figure ->
                        figure.row().at() == At.AFTER_ROW && !figure.row().allCurrencies())
                .collect(Collectors.groupingBy(figure -> figure.row().currency(), TreeMap::new, Collectors.toList()));
        if (printed.isEmpty()) {
            return Stream.empty();
        }
        Set<SourceRef> lines = printed.values().stream()
                .flatMap(Collection::stream)
                .map(Printed::source)
                .collect(Collectors.toSet());
        Map<SourceRef, Map<CurrencyCode, BigDecimal>> own = ownEffects(tellings, lines);
        Map<CurrencyCode, Told> told = new HashMap<>();
        for (Booking booking : bookings) {
            for (CashEffect effect : CashEffects.of(booking)) {
                told.computeIfAbsent(effect.money().currency(), first -> new Told())
                        .take(booking, effect);
            }
        }
        return printed.entrySet().stream()
                .filter(currency -> told.containsKey(currency.getKey()))
                .flatMap(currency -> before(
                        currency.getKey(), currency.getValue(), requireNonNull(told.get(currency.getKey())), own));
    }

    /** Of lines whose rows state any money. */
    private static Map<SourceRef, Map<CurrencyCode, BigDecimal>> ownEffects(
            Collection<Telling> tellings, Set<SourceRef> lines) {
        Map<SourceRef, Map<CurrencyCode, BigDecimal>> own = new HashMap<>();
        for (Telling telling : tellings) {
            List<SourceRef> printing = telling.sources().filter(lines::contains).toList();
            if (printing.isEmpty()) {
                continue;
            }
            Booking alone = new Booking(telling.fact(), telling.row(), printing, List.of(telling.fact()));
            for (CashEffect effect : CashEffects.of(alone)) {
                printing.forEach(line -> own.computeIfAbsent(line, first -> new HashMap<>())
                        .merge(
                                effect.money().currency(),
                                effect.money().amount().value(),
                                BigDecimal::add));
            }
        }
        return own;
    }

    private static Stream<OpeningBalance> before(
            CurrencyCode currency,
            List<Printed<CashBalance>> printed,
            Told told,
            Map<SourceRef, Map<CurrencyCode, BigDecimal>> own) {
        NavigableMap<LocalDate, List<Step>> days = new TreeMap<>();
        printed.stream()
                .filter(figure -> told.byLine().containsKey(figure.source()))
                .sorted(Comparator.comparing(Printed::source))
                .map(figure -> step(figure, told, own.getOrDefault(figure.source(), Map.of())))
                .filter(distinct(step -> List.of(step.bookings(), step.after())))
                .forEach(step -> days.computeIfAbsent(step.day(), first -> new ArrayList<>())
                        .add(step));
        if (days.isEmpty() || isBookedWithoutBalance(told, days)) {
            return Stream.empty();
        }
        LocalDate first = Stream.concat(told.days().values().stream(), Stream.of(days.firstKey()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        for (List<Step> day : days.values()) {
            Map<BigDecimal, Integer> ends = ends(day);
            if (!ends.isEmpty()) { // else it leads back to where it began, and the next one begins there too
                return start(day, ends).stream()
                        .map(step -> new OpeningBalance(
                                first.minusDays(1), currency, new Amount(step.before()), step.source()));
            }
        }
        return Stream.empty();
    }

    private static Step step(Printed<CashBalance> figure, Told told, Map<CurrencyCode, BigDecimal> own) {
        Map<FactId, BigDecimal> effects = requireNonNull(told.byLine().get(figure.source()));
        return new Step(
                figure.row().asOf(),
                Set.copyOf(effects.keySet()),
                own.getOrDefault(
                        figure.row().currency(), effects.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
                figure.row().balance().value(),
                figure.source());
    }

    private static boolean isBookedWithoutBalance(Told told, NavigableMap<LocalDate, List<Step>> days) {
        Set<FactId> beside = new HashSet<>();
        days.values().forEach(day -> day.forEach(step -> beside.addAll(step.bookings())));
        return told.days().entrySet().stream()
                .anyMatch(
                        booking -> !booking.getValue().isAfter(days.firstKey()) && !beside.contains(booking.getKey()));
    }

    /** How many more rows begin at a balance than end at it; balances of which as many do are left out. */
    private static Map<BigDecimal, Integer> ends(List<Step> day) {
        Map<BigDecimal, Integer> ends = new TreeMap<>();
        for (Step step : day) {
            ends.merge(step.before(), 1, Integer::sum);
            ends.merge(step.after(), -1, Integer::sum);
        }
        ends.values().removeIf(rows -> rows == 0);
        return ends;
    }

    /** The row at the balance with which the day begins, where its rows are one way from there. */
    private static Optional<Step> start(List<Step> day, Map<BigDecimal, Integer> ends) {
        return ends.size() == 2 && ends.values().stream().allMatch(rows -> Math.abs(rows) == 1)
                ? day.stream()
                        .filter(step -> ends.getOrDefault(step.before(), 0) == 1)
                        .findFirst()
                : Optional.empty();
    }

    private static <T> Predicate<T> distinct(Function<T, Object> by) {
        Set<Object> seen = new HashSet<>();
        return one -> seen.add(by.apply(one));
    }
}
