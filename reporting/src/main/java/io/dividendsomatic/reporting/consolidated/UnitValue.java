package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * What one unit of a position was worth on a day, in the position's currency, with its multiplier.
 *
 * @param source who says so: {@link #REPORT} or {@link #TRADE} of the account, else the name of a vendor
 */
record UnitValue(LocalDate day, BigDecimal value, String source) {
    /** The broker's valuation in a report of positions. */
    static final String REPORT = "REPORT";

    /** A trade of the account's own. */
    static final String TRADE = "TRADE";

    /** More than any price has. */
    static final MathContext DIGITS = MathContext.DECIMAL64;
}
