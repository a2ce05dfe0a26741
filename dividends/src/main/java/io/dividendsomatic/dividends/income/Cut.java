package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * That a regular payment was smaller than the one it is to be compared with: the one before it, and where an instrument
 * pays twice a year or less the one of a year before, since interim and final dividends differ.
 *
 * @param percent by which it fell, positive, one digit after the point
 */
public record Cut(Distribution before, Distribution after, BigDecimal percent) {
    /** Less than this is rounding. */
    private static final BigDecimal LEAST_PERCENT = BigDecimal.ONE;
    /** Pay dates of one season move by this much from year to year. */
    private static final int SEASON_DAYS = 45;

    private static final int DAYS = 365;

    /** The cuts among distributions by date. */
    public static List<Cut> of(List<Distribution> distributions, Frequency frequency) {
        List<Distribution> regular = distributions.stream()
                .filter(distribution -> !distribution.special())
                .filter(distribution -> distribution.adjustedOrZero().signum() > 0)
                .toList();
        List<Cut> cuts = new ArrayList<>();
        for (int i = 1; i < regular.size(); i++) {
            compared(regular.subList(0, i), regular.get(i), frequency)
                    .flatMap(Cut::between)
                    .ifPresent(cuts::add);
        }
        return cuts;
    }

    private record Pair(Distribution before, Distribution after) {}

    private static Optional<Pair> compared(List<Distribution> earlier, Distribution after, Frequency frequency) {
        boolean often = frequency == Frequency.MONTHLY || frequency == Frequency.QUARTERLY;
        Optional<Distribution> before = often
                ? Optional.of(earlier.getLast())
                : earlier.stream()
                        .filter(other -> isSeasonBefore(other.date(), after.date()))
                        .reduce((one, other) -> other);
        return before.map(other -> new Pair(other, after));
    }

    private static boolean isSeasonBefore(LocalDate before, LocalDate after) {
        return Math.abs(ChronoUnit.DAYS.between(before, after) - DAYS) <= SEASON_DAYS;
    }

    private static Optional<Cut> between(Pair pair) {
        BigDecimal was = pair.before.adjustedOrZero();
        BigDecimal is = pair.after.adjustedOrZero();
        boolean oneCurrency = Objects.equals(pair.before.currency(), pair.after.currency());
        BigDecimal fell = Percent.of(was.subtract(is), was, 1);
        return oneCurrency && fell.compareTo(LEAST_PERCENT) >= 0
                ? Optional.of(new Cut(pair.before, pair.after, fell))
                : Optional.empty();
    }
}
