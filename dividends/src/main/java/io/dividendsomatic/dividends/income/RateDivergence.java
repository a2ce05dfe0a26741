package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.util.List;

/**
 * That a payment was more than a tenth off the rate that was expected. It is reported and changes no rate.
 *
 * @param ratio of the rate that was paid to the rate that was expected
 */
public record RateDivergence(Distribution paid, DeclaredRate expected, BigDecimal ratio) {
    private static final BigDecimal HIGHEST = new BigDecimal("1.10");
    private static final BigDecimal LOWEST = new BigDecimal("0.90");

    /** The regular payments since a declared rate that differ from it, in its currency. */
    public static List<RateDivergence> of(List<Distribution> distributions, DeclaredRate expected) {
        if (expected.perPayment() == null || expected.perPayment().value().signum() <= 0) {
            return List.of();
        }
        BigDecimal rate = expected.perPayment().value();
        return distributions.stream()
                .filter(paid -> !paid.special() && expected.currency().equals(paid.currency()))
                .filter(paid -> expected.since() == null || !paid.date().isBefore(expected.since()))
                .map(paid -> new RateDivergence(paid, expected, Percent.ratio(paid.adjustedOrZero(), rate)))
                .filter(divergence -> divergence.ratio.compareTo(HIGHEST) > 0 || divergence.ratio.compareTo(LOWEST) < 0)
                .toList();
    }
}
