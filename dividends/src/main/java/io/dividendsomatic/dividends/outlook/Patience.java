package io.dividendsomatic.dividends.outlook;

import java.math.BigDecimal;

/**
 * From when on, and from which difference on, money counts as missing.
 *
 * @param declaredDays after a pay date that a broker or another account tells
 * @param habitDays after a pay date that is only usual
 * @param share of the expected amount that may be missing: brokers round
 * @param taxPoints by which a rate of tax may differ, 0.01 for one percentage point
 */
public record Patience(int declaredDays, int habitDays, BigDecimal share, BigDecimal taxPoints) {
    public static final Patience USUAL = new Patience(5, 20, new BigDecimal("0.01"), new BigDecimal("0.01"));

    /** Whether so much less is more than rounding. */
    boolean isShort(BigDecimal expected, BigDecimal received) {
        return expected.subtract(received).compareTo(expected.multiply(share)) > 0;
    }

    boolean isOtherRate(BigDecimal rate, BigDecimal usual) {
        return rate.subtract(usual).abs().compareTo(taxPoints) > 0;
    }
}
