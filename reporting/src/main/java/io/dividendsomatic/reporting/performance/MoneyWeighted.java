package io.dividendsomatic.reporting.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The yearly rate at which all flows together are worth nothing: {@code Σ amount × (1 + rate)^(−days/365) = 0}, as Excel's
 * XIRR counts.
 *
 * <p>What is solved for is not the rate but the discount factor of one day, so that all exponents are whole and decimals
 * are enough; no binary fraction and no logarithm comes in. The factor is bracketed outwards from 1 and then found by
 * Newton's method, which gives way to halving wherever it would leave the bracket. Where flows change sign more than once
 * there may be several rates: the one nearest to zero is told. Rates below −99.98 % and above a million percent are not
 * looked for.
 */
public final class MoneyWeighted {
    /** Of a rate: 0.373363 is 37.3363 percent. */
    public static final int DECIMALS = 6;

    private static final MathContext DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);
    private static final int YEAR = 365;
    /** How far the factor of a day is from 1; each twice as far from it as the one before, and a little more. */
    private static final BigDecimal FIRST_STEP = new BigDecimal("0.0001");

    private static final int STEPS = 8;
    /** Far below what a rate shows. */
    private static final BigDecimal SMALL = new BigDecimal("1E-18");

    private static final int MOST_ROUNDS = 200;

    private final NavigableMap<Integer, BigDecimal> flows;

    private MoneyWeighted(NavigableMap<Integer, BigDecimal> flows) {
        this.flows = flows;
    }

    /** Money that went in is negative, money that came out is positive; so is what is left at the end. */
    public record Dated(LocalDate date, BigDecimal amount) {}

    /** Nothing where no rate makes the flows worth nothing, such as without both signs or on one day alone. */
    public static Optional<BigDecimal> of(Collection<Dated> dated) {
        LocalDate first = dated.stream()
                .filter(flow -> flow.amount().signum() != 0)
                .map(Dated::date)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        NavigableMap<Integer, BigDecimal> flows = new TreeMap<>();
        dated.stream()
                .filter(flow -> flow.amount().signum() != 0)
                .forEach(flow -> flows.merge(
                        Math.toIntExact(ChronoUnit.DAYS.between(first, flow.date())), flow.amount(), BigDecimal::add));
        flows.values().removeIf(amount -> amount.signum() == 0);
        return new MoneyWeighted(flows).rate();
    }

    /** The yearly rate that grows to the same factor in so many days; nothing for a factor that is not above zero. */
    static Optional<BigDecimal> yearly(BigDecimal factor, long days) {
        LocalDate start = LocalDate.EPOCH;
        return factor.signum() <= 0 || days <= 0
                ? Optional.empty()
                : of(List.of(new Dated(start, BigDecimal.ONE.negate()), new Dated(start.plusDays(days), factor)));
    }

    private record Bracket(BigDecimal low, BigDecimal high) {}

    /** What all flows are worth at a factor, and how fast that changes with it. */
    private record Worth(BigDecimal value, BigDecimal slope) {}

    private Optional<BigDecimal> rate() {
        boolean in = flows.values().stream().anyMatch(amount -> amount.signum() < 0);
        boolean out = flows.values().stream().anyMatch(amount -> amount.signum() > 0);
        return in && out
                ? bracket()
                        .map(this::root)
                        .map(factor -> BigDecimal.ONE
                                .divide(factor.pow(YEAR, DIGITS), DIGITS)
                                .subtract(BigDecimal.ONE)
                                .setScale(DECIMALS, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private Optional<Bracket> bracket() {
        BigDecimal near = BigDecimal.ONE;
        BigDecimal above = near;
        BigDecimal below = near;
        int atOne = worth(near).value().signum();
        if (atOne == 0) {
            return Optional.of(new Bracket(near, near));
        }
        BigDecimal distance = FIRST_STEP;
        for (int i = 0; i < STEPS; i++) {
            BigDecimal higher = BigDecimal.ONE.add(distance);
            BigDecimal lower = BigDecimal.ONE.subtract(distance);
            if (worth(higher).value().signum() != atOne) {
                return Optional.of(new Bracket(above, higher));
            }
            if (worth(lower).value().signum() != atOne) {
                return Optional.of(new Bracket(lower, below));
            }
            above = higher;
            below = lower;
            distance = distance.multiply(BigDecimal.TWO).add(FIRST_STEP);
        }
        return Optional.empty();
    }

    private BigDecimal root(Bracket bracket) {
        BigDecimal low = bracket.low;
        BigDecimal high = bracket.high;
        int signOfLow = worth(low).value().signum();
        BigDecimal factor = middle(low, high);
        for (int round = 0; round < MOST_ROUNDS && high.subtract(low).compareTo(SMALL) > 0; round++) {
            Worth worth = worth(factor);
            if (worth.value.signum() == 0) {
                return factor;
            }
            if (worth.value.signum() == signOfLow) {
                low = factor;
            } else {
                high = factor;
            }
            BigDecimal next = worth.slope.signum() == 0
                    ? middle(low, high)
                    : factor.subtract(worth.value.divide(worth.slope, DIGITS));
            boolean inside = next.compareTo(low) > 0 && next.compareTo(high) < 0;
            next = inside ? next : middle(low, high);
            if (next.subtract(factor).abs().compareTo(SMALL) < 0) {
                return next;
            }
            factor = next;
        }
        return factor;
    }

    private static BigDecimal middle(BigDecimal low, BigDecimal high) {
        return low.add(high).divide(BigDecimal.TWO, DIGITS);
    }

    private Worth worth(BigDecimal factor) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal slope = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        int at = 0;
        for (Map.Entry<Integer, BigDecimal> flow : flows.entrySet()) {
            int days = flow.getKey();
            power = power.multiply(factor.pow(days - at, DIGITS), DIGITS);
            at = days;
            BigDecimal term = flow.getValue().multiply(power, DIGITS);
            value = value.add(term, DIGITS);
            slope = slope.add(term.multiply(BigDecimal.valueOf(days), DIGITS), DIGITS);
        }
        return new Worth(value, slope.divide(factor, DIGITS));
    }
}
