package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;

/** How many units; negative when short. Canonical: {@code 10.0} equals {@code 10}. */
public record Quantity(BigDecimal value) {

    /** Throws ArithmeticException for a value with more than 20 digits before or 18 after the point. */
    public Quantity {
        value = Decimals.canonical(value);
    }

    public static Quantity of(String value) {
        return new Quantity(new BigDecimal(value));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
