package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;

/** An amount in its currency. Amounts of two currencies are never added. */
public record Money(Amount amount, CurrencyCode currency) {

    public static Money of(String amount, String currency) {
        return new Money(new Amount(new BigDecimal(amount)), new CurrencyCode(currency));
    }

    /** Throws IllegalArgumentException when the currencies differ. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.plus(other.amount), currency);
    }
}
