package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For how many calendar years in a row, up to the last that is over, the regular rate per share of one's own receipts
 * rose, and for how many it did not fall. A year in which fewer dates were received than the rhythm has ends both: what
 * it paid is not known.
 *
 * @param firstYear the first year of the unbroken row, which the others are compared with; zero without any whole year
 */
public record Streak(int risen, int notFallen, int firstYear) {

    public static Streak of(List<Distribution> distributions, Frequency frequency, LocalDate asOf) {
        NavigableMap<Integer, BigDecimal> years = wholeYears(distributions, frequency, asOf.getYear() - 1);
        int year = asOf.getYear() - 1;
        BigDecimal paid = years.get(year);
        if (paid == null) {
            return new Streak(0, 0, 0);
        }
        int risen = 0;
        int notFallen = 0;
        for (BigDecimal before = years.get(year - 1);
                before != null && paid.compareTo(before) >= 0;
                before = years.get(year - 1)) {
            risen += risen == notFallen && paid.compareTo(before) > 0 ? 1 : 0;
            notFallen++;
            year--;
            paid = before;
        }
        return new Streak(risen, notFallen, year);
    }

    /** Sums of the regular rates by year, of the years that have as many dates as the rhythm wants. */
    private static NavigableMap<Integer, BigDecimal> wholeYears(
            List<Distribution> distributions, Frequency frequency, int lastYear) {
        NavigableMap<Integer, BigDecimal> sums = new TreeMap<>();
        Map<Integer, List<Distribution>> byYear = distributions.stream()
                .filter(d -> !d.special() && d.adjustedOrZero().signum() > 0)
                .filter(d -> d.date().getYear() <= lastYear)
                .collect(Collectors.groupingBy(d -> d.date().getYear()));
        byYear.forEach((year, paid) -> {
            long dates = paid.stream().map(Distribution::date).distinct().count();
            if (frequency.isRegular() && dates >= frequency.paymentsPerYear()) {
                sums.put(
                        year, paid.stream().map(Distribution::adjustedOrZero).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        });
        return sums;
    }
}
