package io.dividendsomatic.dividends.tax;

import java.math.BigDecimal;

/**
 * How Finland taxes a private person's dividends from listed companies: 85 percent of them are capital income (Income Tax
 * Act, 33 a and 33 c §), taxed at 30 percent; foreign tax is credited up to the Finnish tax on the same income (Act on the
 * elimination of international double taxation). Capital income above the yearly threshold is taxed higher; then pass
 * that rate.
 *
 * @param taxableShare 0.85
 * @param capitalIncomeRate 0.30
 */
public record FinnishRules(BigDecimal taxableShare, BigDecimal capitalIncomeRate) {
    public static final String FINLAND = "FI";
    public static final FinnishRules LISTED = new FinnishRules(new BigDecimal("0.85"), new BigDecimal("0.30"));
}
