package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;

/** The price of one unit, in the currency that stands beside it. Canonical: {@code 10.50} equals {@code 10.5}. */
public record UnitPrice(BigDecimal value) {

    /** Throws ArithmeticException for a value with more than 20 digits before or 18 after the point. */
    public UnitPrice {
        value = Decimals.canonical(value);
    }

    public static UnitPrice of(String value) {
        return new UnitPrice(new BigDecimal(value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
