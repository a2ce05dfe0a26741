package io.dividendsomatic.dividends.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Division where a share of a whole is wanted: six digits after the point, rounded half up, without trailing zeros. */
public final class Ratios {
    private static final int SCALE = 6;

    private Ratios() {}

    /** Throws ArithmeticException when {@code whole} is zero. */
    public static BigDecimal divide(BigDecimal part, BigDecimal whole) {
        BigDecimal ratio = part.divide(whole, SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
    }
}
