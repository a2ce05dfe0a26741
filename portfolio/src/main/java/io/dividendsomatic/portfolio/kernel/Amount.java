package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount whose currency stands beside it for the whole item, as on a position. Where it travels alone it is
 * {@link Money}. Canonical: {@code 84.00} equals {@code 84}.
 */
public record Amount(BigDecimal value) {

    /** Throws ArithmeticException for a value with more than 20 digits before or 18 after the point. */
    public Amount {
        value = Decimals.canonical(value);
    }

    public static Amount of(String value) {
        return new Amount(new BigDecimal(value));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    /** The value with at least so many digits after the point, as far as they are known. */
    public BigDecimal toDigits(@Nullable Integer digits) {
        return digits == null || digits <= value.scale() ? value : value.setScale(digits);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
