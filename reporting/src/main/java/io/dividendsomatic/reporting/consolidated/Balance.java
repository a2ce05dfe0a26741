package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What an account had of a currency at the end of a day, and until the next such day. */
public record Balance(AccountId account, LocalDate date, CurrencyCode currency, BigDecimal amount) {

    public Balance {
        amount = Plain.of(amount);
    }
}
