package io.dividendsomatic.reporting.allocation;

import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the value of positions divides over groups.
 *
 * <p>A group's {@code weight} is its value as a share of the value of all positions, where short positions count
 * negative: so the weights sum up to exactly 1, a group that is short has a negative one, and beside it others may exceed
 * 1. Cash and margin loans are no positions; a loan makes no weight larger. With {@code cash} asked for they are groups
 * of their own, a loan a negative one, and the whole is the net value. Where the whole is not above zero, no weight means
 * anything, and none is given.
 *
 * <p>Top 1, top 3 and the Herfindahl-Hirschman index measure concentration by {@code exposure}, the share of absolute
 * values, which lies between 0 and 1 whatever is short; without short positions and loans it is the weight. The index is
 * the sum of the squares of exposures in percent, rounded to a whole number: 10000 for one group alone.
 *
 * @param groups the largest exposure first
 * @param total the whole that the weights are shares of
 */
public record Allocation(List<Group> groups, BigDecimal total, BigDecimal top1, BigDecimal top3, BigDecimal hhi) {
    /** Of weights and exposures. */
    static final int DECIMALS = 6;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(DECIMALS);
    private static final int TOP = 3;

    public Allocation {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param key absent for what nobody tells the group of
     * @param weight absent where no weight means anything
     * @param exposure absolute value as a share of all absolute values
     */
    public record Group(
            @Nullable String key,
            @Nullable String label,
            BigDecimal value,
            @Nullable BigDecimal weight,
            BigDecimal exposure,
            Quality quality) {}

    private record Sum(Optional<String> key, @Nullable String label, BigDecimal value, Quality quality) {}

    static Allocation of(Collection<Piece> pieces) {
        List<Sum> sums = sums(pieces);
        BigDecimal total = sums.stream().map(Sum::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal absolute = sums.stream().map(sum -> sum.value.abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exposures =
                shares(sums.stream().map(sum -> sum.value.abs()).toList(), absolute);
        List<BigDecimal> weights =
                total.signum() > 0 ? shares(sums.stream().map(Sum::value).toList(), total) : List.of();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Sum sum = sums.get(i);
            groups.add(new Group(
                    sum.key.orElse(null),
                    sum.label,
                    sum.value,
                    weights.isEmpty() ? null : weights.get(i),
                    exposures.get(i),
                    sum.quality));
        }
        return new Allocation(
                groups,
                total,
                exposures.stream().limit(1).reduce(BigDecimal.ZERO, BigDecimal::add),
                exposures.stream().limit(TOP).reduce(BigDecimal.ZERO, BigDecimal::add),
                hhi(sums, absolute));
    }

    private static List<Sum> sums(Collection<Piece> pieces) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Piece piece : pieces) {
            Sum one = new Sum(Optional.ofNullable(piece.key()), piece.label(), piece.value(), piece.quality());
            sums.merge(
                    one.key.map(key -> "=" + key).orElse(""),
                    one,
                    (a, b) -> new Sum(
                            a.key,
                            a.label != null ? a.label : b.label,
                            a.value.add(b.value),
                            a.quality.worse(b.quality)));
        }
        return sums.values().stream()
                .sorted(Comparator.comparing((Sum sum) -> sum.value.abs()).reversed())
                .toList(); // stable: equal ones by their keys
    }

    /** Rounded half even; what rounding leaves to 1 goes to the largest, so that they sum up to it. */
    private static List<BigDecimal> shares(List<BigDecimal> values, BigDecimal whole) {
        if (whole.signum() == 0) {
            return values.stream().map(value -> BigDecimal.ZERO).toList();
        }
        List<BigDecimal> shares = new ArrayList<>(values.stream()
                .map(value -> value.divide(whole, DECIMALS, RoundingMode.HALF_EVEN))
                .toList());
        BigDecimal rest = BigDecimal.ONE.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (rest.abs().compareTo(STEP) >= 0) {
            shares.set(0, shares.getFirst().add(rest));
        }
        return shares.stream().map(Allocation::plain).toList();
    }

    private static BigDecimal hhi(List<Sum> sums, BigDecimal absolute) {
        if (absolute.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal squares = sums.stream()
                .map(sum -> sum.value.multiply(HUNDRED))
                .map(percents -> percents.multiply(percents))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(absolute.multiply(absolute), 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
