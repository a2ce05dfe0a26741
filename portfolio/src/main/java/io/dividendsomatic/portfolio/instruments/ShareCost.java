package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;

/**
 * Decides which part of the cost of a security goes to one that was spun off from it, or to a right, as the company or a
 * tax office tells it: brokers' files do not. Throws IllegalArgumentException for a part that is none.
 *
 * @param share between 0 and 1, both included, of up to {@value #DIGITS} decimals
 */
public record ShareCost(Isin from, Isin into, BigDecimal share, String reason) implements IdentityDecision {
    static final int DIGITS = 18;

    public ShareCost {
        Real.check(from);
        Real.check(into);
        if (from.equals(into)) {
            throw new IllegalArgumentException("a cost is shared between two instruments: " + from);
        }
        if (share.signum() < 0
                || share.compareTo(BigDecimal.ONE) > 0
                || share.stripTrailingZeros().scale() > DIGITS) {
            throw new IllegalArgumentException(
                    "a share is between 0 and 1 (0 % and 100 %), of up to " + DIGITS + " decimals: " + share);
        }
        share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    @Override
    public boolean saysAs(IdentityDecision other) {
        return other instanceof ShareCost same && isOfTheSame(same) && share.compareTo(same.share) == 0;
    }

    /** Whether it is about the same two, whatever their shares. */
    boolean isOfTheSame(ShareCost other) {
        return from.equals(other.from) && into.equals(other.into);
    }
}
