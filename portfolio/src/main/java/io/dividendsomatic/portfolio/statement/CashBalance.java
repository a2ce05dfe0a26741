package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.LocalDate;

/**
 * A balance of cash as the broker prints it: a check of our own, never a fact that makes one.
 *
 * @param currency of the balance
 * @param allCurrencies whether it is the sum of all currencies, in the base currency
 * @param at the moment of that day
 */
public record CashBalance(LocalDate asOf, CurrencyCode currency, boolean allCurrencies, At at, Amount balance)
        implements StatementRow {

    /** Of which moment of its day a balance is. */
    public enum At {
        START_OF_DAY,
        AFTER_ROW,
        END_OF_DAY
    }
}
