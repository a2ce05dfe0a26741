package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;

/**
 * The one form in which a decimal is kept: no trailing zeros, no exponent, within the bounds of the database's
 * {@code NUMERIC(38,18)}. So {@code 10.0} equals {@code 10}, and no input can make arithmetic slow.
 */
final class Decimals {
    /** More digits before the point than any holding of any currency needs; leaves 18 of 38 for the fraction. */
    static final int MAX_INTEGER_DIGITS = 20;
    /** The finest unit in use: one wei is 10^-18 ether. */
    static final int MAX_FRACTION_DIGITS = 18;

    private Decimals() {}

    /** Throws ArithmeticException for a value beyond the bounds. */
    static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        if (integerDigits > MAX_INTEGER_DIGITS || stripped.scale() > MAX_FRACTION_DIGITS) {
            throw new ArithmeticException("a decimal has at most %d digits before and %d after the point"
                    .formatted(MAX_INTEGER_DIGITS, MAX_FRACTION_DIGITS));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
