package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In how many years money doubles at a rate: exactly, and by the rule of 72 with its numerator adjusted to the rate.
 *
 * @param numerator 69 to 74, which is 72 at 8 percent
 * @param exactYears ln 2 / ln(1 + rate), one digit after the point
 * @param approximateYears numerator / rate, one digit after the point
 * @param milestones when it has become 1, 2, 4, 8 and 16 times as much
 */
public record Doubling(
        BigDecimal percent,
        int numerator,
        BigDecimal exactYears,
        BigDecimal approximateYears,
        List<Milestone> milestones) {
    private static final int LAST_DOUBLING = 4;
    private static final int SCALE = 1;

    /** {@code times} the money after {@code years}. */
    public record Milestone(int times, BigDecimal years) {}

    public Doubling {
        milestones = List.copyOf(milestones);
    }

    /** Throws IllegalArgumentException for a rate that is not above zero. */
    public static Doubling at(BigDecimal percent) {
        if (percent.signum() <= 0) {
            throw new IllegalArgumentException("nothing doubles at " + percent + " percent");
        }
        BigDecimal growth = BigDecimal.ONE.add(percent.divide(Percent.HUNDRED, Percent.PRECISE));
        BigDecimal exact = Percent.ratio(Percent.ln(BigDecimal.TWO), Percent.ln(growth));
        int steps = percent.subtract(BigDecimal.valueOf(8))
                .divide(BigDecimal.valueOf(3), 0, RoundingMode.HALF_UP)
                .intValue();
        int numerator = Math.clamp(72L + steps, 69, 74);
        return new Doubling(
                percent,
                numerator,
                exact.setScale(SCALE, RoundingMode.HALF_UP),
                BigDecimal.valueOf(numerator).divide(percent, SCALE, RoundingMode.HALF_UP),
                IntStream.rangeClosed(0, LAST_DOUBLING)
                        .mapToObj(n -> new Milestone(
                                1 << n, exact.multiply(BigDecimal.valueOf(n)).setScale(SCALE, RoundingMode.HALF_UP)))
                        .toList());
    }
}
