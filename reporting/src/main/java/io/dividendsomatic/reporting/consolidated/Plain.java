package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one form in which an amount is kept: no trailing zeros, no exponent, at most the digits that a table has. */
final class Plain {
    private static final int DIGITS = 18;

    private Plain() {}

    static BigDecimal of(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal cut = value.scale() > DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_EVEN) : value;
        BigDecimal stripped = cut.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
