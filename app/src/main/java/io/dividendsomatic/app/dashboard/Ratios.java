package io.dividendsomatic.app.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares of one figure in another, for display. */
final class Ratios {
    private static final int SCALE = 6;

    private Ratios() {}

    /** Result over cost; of a short position over what was taken for it. Absent without a cost. */
    static @Nullable BigDecimal ofCost(@Nullable BigDecimal result, @Nullable BigDecimal cost) {
        return result == null || cost == null || cost.signum() == 0
                ? null
                : result.divide(cost.abs(), SCALE, RoundingMode.HALF_EVEN);
    }

    /** A part of so many steps, from 0 to {@code steps}: for the lengths of bars. */
    static int steps(BigDecimal part, BigDecimal whole, int steps) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(steps))
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
