package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** What one unit of a position was worth on a day, in the position's currency, with its multiplier. */
record UnitValue(LocalDate day, BigDecimal value) {
    /** More than any price has. */
    static final MathContext DIGITS = MathContext.DECIMAL64;
}
