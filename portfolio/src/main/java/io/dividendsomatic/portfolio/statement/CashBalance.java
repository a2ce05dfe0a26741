package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A balance of cash as the broker prints it: a check of our own, never a fact that makes one.
 *
 * @param currency of the balance
 * @param allCurrencies whether it is the sum of all currencies, in the base currency
 * @param at the moment of that day
 * @param digits after the point, where it was printed with zeros at its end, which no amount keeps; else absent
 */
public record CashBalance(
        LocalDate asOf,
        CurrencyCode currency,
        boolean allCurrencies,
        At at,
        Amount balance,
        @Nullable Integer digits) implements StatementRow {

    /** Of a figure that was printed without zeros at its end, or of which the reader does not tell. */
    public CashBalance(LocalDate asOf, CurrencyCode currency, boolean allCurrencies, At at, Amount balance) {
        this(asOf, currency, allCurrencies, at, balance, null);
    }

    /** The balance to the digits to which it was printed. */
    public BigDecimal asPrinted() {
        return balance.toDigits(digits);
    }

    /** Of which moment of its day a balance is. */
    public enum At {
        START_OF_DAY,
        AFTER_ROW,
        END_OF_DAY
    }
}
