package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was paid for one share, gross and as it was traded that day, in its own currency: brokers book a dividend that
 * was declared in dollars in euros as well.
 */
public record PerShare(UnitPrice amount, CurrencyCode currency, Origin origin) {
    /** Brokers print a rate with four digits at least where it has them, and one file more than another. */
    private static final int COMMON_DIGITS = 4;

    private static final int MONEY_SCALE = 8;

    /** Where the figure was found, the strongest first. */
    public enum Origin {
        COLUMN,
        TEXT,
        ACCRUAL,
        /** The gross amount over the shares held. */
        COMPUTED
    }

    public static PerShare of(String amount, String currency, Origin origin) {
        return new PerShare(UnitPrice.of(amount), new CurrencyCode(currency), origin);
    }

    /** What so many shares are paid at a rate, rounded half up to eight digits: fractions of shares have up to eighteen. */
    public static Amount times(UnitPrice rate, Quantity shares) {
        return new Amount(rate.value().multiply(shares.value()).setScale(MONEY_SCALE, RoundingMode.HALF_UP));
    }

    /** Whether both are one figure: equal once the finer is rounded (half up) to the digits of the coarser. */
    public boolean agreesWith(PerShare other) {
        return currency.equals(other.currency) && agree(amount.value(), other.amount.value());
    }

    private static boolean agree(BigDecimal one, BigDecimal other) {
        int scale = Math.max(COMMON_DIGITS, Math.min(one.scale(), other.scale()));
        return one.setScale(scale, RoundingMode.HALF_UP).compareTo(other.setScale(scale, RoundingMode.HALF_UP)) == 0;
    }
}
