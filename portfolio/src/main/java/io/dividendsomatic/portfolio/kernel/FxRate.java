package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;

/** An exchange rate, always to be multiplied with: units of the target currency for one unit of the source. */
public record FxRate(BigDecimal value) {

    /** Throws ArithmeticException for a rate that is not above zero, or out of bounds. */
    public FxRate {
        value = Decimals.canonical(value);
        if (value.signum() <= 0) {
            throw new ArithmeticException("an exchange rate is above zero");
        }
    }

    public static FxRate of(String value) {
        return new FxRate(new BigDecimal(value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
