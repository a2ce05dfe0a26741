package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Whether two figures of two files are one, when one file rounds more than the other. */
final class FigureAgreement {
    /** No broker prints money to fewer digits, and canonical decimals have lost their trailing zeros. */
    private static final int COARSEST_SCALE = 2;

    private FigureAgreement() {}

    /** Equal, or equal once the finer one is rounded half up to the digits of the coarser, but never below cents. */
    static boolean same(BigDecimal one, BigDecimal other) {
        int scale = Math.max(COARSEST_SCALE, Math.min(one.scale(), other.scale()));
        return one.compareTo(other) == 0 || rounded(one, scale).compareTo(rounded(other, scale)) == 0;
    }

    /** Whether nothing that both state is different. */
    static boolean compatible(@Nullable Amount one, @Nullable Amount other) {
        return one == null || other == null || same(one.value(), other.value());
    }

    static boolean compatible(@Nullable UnitPrice one, @Nullable UnitPrice other) {
        return one == null || other == null || same(one.value(), other.value());
    }

    private static BigDecimal rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP);
    }
}
