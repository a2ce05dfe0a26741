package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds cash rows that one file tells converted and another one in the currency in which they were paid, both in the same
 * words: these name the currency of the one and not of the other. Where the words name none, the exchange rate of a pair
 * of that day which names one decides, else that a payment and its tax tell one rate; then the row of the format that
 * tells more is the one that was paid. As many rows must stand on one side as on the other; the row in its own currency
 * stays, with the lines of both.
 */
final class ToldConverted {
    /** By how much the rates of two pairs of one day may differ: cents of small amounts. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<FactId, Fact> kept = new TreeMap<>();
    private final Map<Conversion, BigDecimal> rates = new HashMap<>();

    private ToldConverted() {}

    private record Words(BookingKind kind, @Nullable InstrumentKey instrument, LocalDate date, int sign, String text) {}

    private record Conversion(LocalDate date, CurrencyCode from, CurrencyCode to) {}

    static List<Fact> joined(List<Fact> facts, Function<Instrument, InstrumentKey> identify) {
        List<List<Fact>> groups = inSeveralCurrencies(facts, identify)
                .filter(ToldConverted::isMoneyWithWords)
                .sorted(Comparator.comparing((Fact fact) -> value(fact).abs()).thenComparing(Fact::id))
                .collect(Collectors.groupingBy(fact -> words(fact, identify)))
                .values()
                .stream()
                .filter(group ->
                        group.stream().map(ToldConverted::currency).distinct().count() == 2)
                .sorted(Comparator.comparing(group -> group.getFirst().id()))
                .toList();
        if (groups.isEmpty()) {
            return facts;
        }
        ToldConverted told = new ToldConverted();
        facts.forEach(fact -> told.kept.put(fact.id(), fact));
        groups.forEach(group -> told.join(group, true));
        groups.forEach(group -> told.join(group, false));
        groups.stream()
                .map(told::pairs)
                .filter(pairs -> !pairs.isEmpty())
                .collect(Collectors.groupingBy(pairs -> place(pairs, identify)))
                .values()
                .forEach(told::joinAtOneRate);
        return List.copyOf(told.kept.values());
    }

    /** Those whose words are worth a look: something of their kind, instrument and day is told in another currency. */
    private static Stream<Fact> inSeveralCurrencies(List<Fact> facts, Function<Instrument, InstrumentKey> identify) {
        record Day(BookingKind kind, LocalDate date) {}
        record Told(Day day, @Nullable InstrumentKey instrument) {}
        Map<Day, List<Fact>> days = facts.stream()
                .filter(fact -> fact.view().movement() != null)
                .collect(Collectors.groupingBy(
                        fact -> new Day(fact.view().kind(), fact.view().date())));
        Map<Told, List<Fact>> instruments = new HashMap<>();
        days.forEach((day, all) -> {
            if (areInSeveralCurrencies(all)) {
                all.forEach(fact -> instruments
                        .computeIfAbsent(new Told(day, key(fact, identify)), first -> new ArrayList<>())
                        .add(fact));
            }
        });
        return instruments.values().stream()
                .filter(ToldConverted::areInSeveralCurrencies)
                .flatMap(List::stream);
    }

    private static boolean areInSeveralCurrencies(List<Fact> facts) {
        CurrencyCode one = currency(facts.getFirst());
        return facts.stream().anyMatch(fact -> !currency(fact).equals(one));
    }

    private static @Nullable InstrumentKey key(Fact fact, Function<Instrument, InstrumentKey> identify) {
        Instrument instrument = fact.view().instrument();
        return instrument == null ? null : identify.apply(instrument);
    }

    private void join(List<Fact> group, boolean named) {
        Map<Boolean, List<Fact>> sides = group.stream()
                .filter(fact -> kept.containsKey(fact.id()))
                .collect(Collectors.partitioningBy(fact -> currency(fact).equals(currency(group.getFirst()))));
        List<Fact> ones = free(sides.getOrDefault(true, List.of()), sides.getOrDefault(false, List.of()));
        List<Fact> others = free(sides.getOrDefault(false, List.of()), sides.getOrDefault(true, List.of()));
        if (ones.size() == others.size()) {
            if (fits(ones, others, named)) {
                join(ones, others);
            } else if (fits(others, ones, named)) {
                join(others, ones);
            }
        }
    }

    /** What is told converted and what of it was paid, where the files say which is which by how much they tell. */
    private record Converted(Fact told, Fact own) {}

    private record Place(LocalDate date, @Nullable InstrumentKey instrument, CurrencyCode from, CurrencyCode to) {}

    private static Place place(List<Converted> pairs, Function<Instrument, InstrumentKey> identify) {
        Converted any = pairs.getFirst();
        return new Place(any.own().view().date(), key(any.own(), identify), currency(any.own()), currency(any.told()));
    }

    /** Of rows on an instrument that no words and no rate told; empty where the two sides do not answer to each other. */
    private List<Converted> pairs(List<Fact> group) {
        List<Fact> left =
                group.stream().filter(fact -> kept.containsKey(fact.id())).toList();
        int most = left.stream()
                .mapToInt(fact -> fact.edition().precedence())
                .max()
                .orElse(0);
        Map<Boolean, List<Fact>> sides = left.stream()
                .collect(Collectors.partitioningBy(fact -> fact.edition().precedence() == most));
        List<Fact> own = sides.getOrDefault(true, List.of());
        List<Fact> told = sides.getOrDefault(false, List.of());
        boolean answer = own.size() == told.size()
                && left.stream().allMatch(fact -> fact.view().instrument() != null)
                && own.stream().map(ToldConverted::currency).distinct().count() == 1
                && told.stream().map(ToldConverted::currency).distinct().count() == 1;
        return !answer
                ? List.of()
                : IntStream.range(0, own.size())
                        .mapToObj(i -> new Converted(told.get(i), own.get(i)))
                        .toList();
    }

    /** Payments and taxes of one instrument and day: to the cent all must be at the rate of the greatest. */
    private void joinAtOneRate(List<List<Converted>> groups) {
        List<Converted> pairs = groups.stream().flatMap(List::stream).toList();
        boolean taxed = pairs.stream()
                        .map(pair -> pair.own().view().kind() == BookingKind.WITHHOLDING_TAX)
                        .distinct()
                        .count()
                == 2;
        BigDecimal rate = pairs.stream()
                .max(Comparator.comparing((Converted pair) -> value(pair.own()).abs()))
                .map(pair -> rate(pair.told(), pair.own()))
                .orElse(BigDecimal.ZERO);
        if (taxed
                && pairs.stream()
                        .allMatch(pair -> !pair.told().sharesAFileWith(pair.own())
                                && !currency(pair.told()).equals(currency(pair.own()))
                                && value(pair.own())
                                                .multiply(rate)
                                                .subtract(value(pair.told()))
                                                .abs()
                                                .compareTo(CENT)
                                        <= 0)) {
            pairs.forEach(pair -> join(List.of(pair.told()), List.of(pair.own())));
        }
    }

    /** Without those that a file tells beside every row of the other side. */
    private static List<Fact> free(List<Fact> side, List<Fact> other) {
        return side.stream()
                .filter(fact -> other.stream().anyMatch(each -> !each.sharesAFileWith(fact)))
                .toList();
    }

    private boolean fits(List<Fact> converted, List<Fact> own, boolean named) {
        return IntStream.range(0, own.size())
                .allMatch(i -> !converted.get(i).sharesAFileWith(own.get(i))
                        && (named ? name(converted.get(i), own.get(i)) : isAtRate(converted.get(i), own.get(i))));
    }

    private static boolean name(Fact converted, Fact own) {
        return ConvertedWords.name(own, currency(own)) && !ConvertedWords.name(own, currency(converted));
    }

    private void join(List<Fact> converted, List<Fact> own) {
        for (int i = 0; i < own.size(); i++) {
            Fact told = converted.get(i);
            Fact of = own.get(i);
            rates.putIfAbsent(conversion(told, of), rate(told, of));
            kept.remove(told.id());
            kept.put(of.id(), of.toldAlsoBy(List.of(told), of.row()));
        }
    }

    private boolean isAtRate(Fact converted, Fact own) {
        BigDecimal rate = rates.get(conversion(converted, own));
        return rate != null && rate.subtract(rate(converted, own)).abs().compareTo(rate.multiply(TOLERANCE)) <= 0;
    }

    private static Conversion conversion(Fact converted, Fact own) {
        return new Conversion(own.view().date(), currency(own), currency(converted));
    }

    private static BigDecimal rate(Fact converted, Fact own) {
        return value(converted).divide(value(own), MathContext.DECIMAL64);
    }

    private static boolean isMoneyWithWords(Fact fact) {
        return fact.view().movement() != null
                && !ConvertedWords.alike(fact).isEmpty()
                && value(fact).signum() != 0;
    }

    private static Words words(Fact fact, Function<Instrument, InstrumentKey> identify) {
        return new Words(
                fact.view().kind(),
                key(fact, identify),
                fact.view().date(),
                value(fact).signum(),
                ConvertedWords.alike(fact));
    }

    private static CurrencyCode currency(Fact fact) {
        return Objects.requireNonNull(fact.view().movement()).amount().currency();
    }

    private static BigDecimal value(Fact fact) {
        return Objects.requireNonNull(fact.view().movement()).amount().amount().value();
    }
}
