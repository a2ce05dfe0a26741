package io.dividendsomatic.portfolio.holdings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Value, total cost and the difference in one currency, with the scale that the calculation gives. In a sum, what is not
 * known is left out.
 */
public record Figures(
        @Nullable BigDecimal marketValue,
        @Nullable BigDecimal costBasis,
        @Nullable BigDecimal unrealizedPnl) {
    public static final Figures ZERO = new Figures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    public static final Figures UNKNOWN = new Figures(null, null, null);

    /** The sum of what is known. */
    public Figures plus(Figures other) {
        return new Figures(
                sum(marketValue, other.marketValue),
                sum(costBasis, other.costBasis),
                sum(unrealizedPnl, other.unrealizedPnl));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
