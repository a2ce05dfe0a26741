package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How much of a parent's cost goes to a security that was split off from it, as its issuer publishes it.
 *
 * @param date of the corporate action
 * @param share from 0 to 1
 */
public record CostAllocation(LocalDate date, InstrumentKey parent, InstrumentKey child, BigDecimal share) {

    public CostAllocation {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share of the cost is from 0 to 1, not " + share);
        }
    }
}
