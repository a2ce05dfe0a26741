package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.DividendWords;
import io.dividendsomatic.dividends.matching.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which distributions are paid beside the regular ones: those whose words say so; of two on one date all but the one
 * nearest to the usual rate; and one of more than twice the usual rate, where the rates around it hardly differ. A final
 * dividend that is larger than the interim one every year is regular.
 */
final class Specials {
    private static final BigDecimal SIZE_RATIO = BigDecimal.TWO;
    /** Rates are steady when the largest is no more than this many times the smallest. */
    private static final BigDecimal STEADY_RATIO = new BigDecimal("1.5");
    /** So many rates around one make a usual rate. */
    private static final int FEWEST_OTHERS = 3;
    /** As many on each side are looked at, two years of a quarterly payer in all. */
    private static final int NEIGHBOURS = 4;

    private Specials() {}

    static boolean saysSo(List<Payment> parts) {
        return parts.stream().anyMatch(payment -> DividendWords.saysSpecial(payment.description()));
    }

    static List<Distribution> marked(List<Distribution> all) {
        List<Distribution> bySize = IntStream.range(0, all.size())
                .mapToObj(place -> isOutsized(place, all) ? all.get(place).asSpecial() : all.get(place))
                .toList();
        Map<?, List<Distribution>> byDate = bySize.stream()
                .filter(distribution -> !distribution.special())
                .collect(Collectors.groupingBy(Distribution::date));
        return bySize.stream()
                .map(distribution ->
                        isSecondOfItsDate(distribution, byDate.getOrDefault(distribution.date(), List.of()), bySize)
                                ? distribution.asSpecial()
                                : distribution)
                .toList();
    }

    /** Whether a rate is more than twice the usual one, while those are steady. */
    static boolean isOutsized(BigDecimal rate, List<BigDecimal> others) {
        if (others.size() < FEWEST_OTHERS || rate.signum() <= 0) {
            return false;
        }
        BigDecimal largest = others.getLast();
        BigDecimal smallest = others.getFirst();
        return largest.compareTo(smallest.multiply(STEADY_RATIO)) <= 0
                && rate.compareTo(median(others).multiply(SIZE_RATIO)) > 0;
    }

    private static boolean isOutsized(int place, List<Distribution> all) {
        if (all.get(place).special()) {
            return false;
        }
        List<Distribution> others = new ArrayList<>(
                all.subList(Math.max(0, place - NEIGHBOURS), Math.min(all.size(), place + NEIGHBOURS + 1)));
        others.remove(Math.min(place, NEIGHBOURS));
        return isOutsized(all.get(place).adjustedOrZero(), rates(others));
    }

    /** Without a usual rate to compare with, all of a date are regular. */
    private static boolean isSecondOfItsDate(
            Distribution distribution, List<Distribution> ofDate, List<Distribution> all) {
        if (distribution.special() || ofDate.size() < 2) {
            return false;
        }
        List<BigDecimal> others = rates(around(distribution.date(), all));
        if (others.isEmpty()) {
            return false;
        }
        BigDecimal usual = median(others);
        Distribution nearest = ofDate.stream()
                .min(Comparator.comparing((Distribution other) ->
                                other.adjustedOrZero().subtract(usual).abs())
                        .thenComparing(other -> other.payments().getFirst().id()))
                .orElseThrow();
        return !nearest.equals(distribution);
    }

    /** The nearest of other dates: what was paid many years before is not what is usual. */
    private static List<Distribution> around(LocalDate date, List<Distribution> all) {
        List<Distribution> regular =
                all.stream().filter(other -> !other.special()).toList();
        List<Distribution> before =
                regular.stream().filter(other -> other.date().isBefore(date)).toList();
        Stream<Distribution> after =
                regular.stream().filter(other -> other.date().isAfter(date)).limit(NEIGHBOURS);
        return Stream.concat(last(before, NEIGHBOURS).stream(), after).toList();
    }

    private static List<Distribution> last(List<Distribution> all, int number) {
        return all.subList(Math.max(0, all.size() - number), all.size());
    }

    /** Known rates of the newest that are not special, ascending. */
    static List<BigDecimal> lately(List<Distribution> distributions) {
        return rates(
                last(distributions.stream().filter(other -> !other.special()).toList(), 2 * NEIGHBOURS));
    }

    /** Known rates of those that are not special, ascending. */
    private static List<BigDecimal> rates(List<Distribution> distributions) {
        return distributions.stream()
                .filter(other -> !other.special())
                .map(Distribution::adjustedOrZero)
                .filter(rate -> rate.signum() > 0)
                .sorted()
                .toList();
    }

    /** Of ascending values; of an even number the lower of the two in the middle. */
    private static BigDecimal median(List<BigDecimal> ascending) {
        return ascending.get((ascending.size() - 1) / 2);
    }
}
