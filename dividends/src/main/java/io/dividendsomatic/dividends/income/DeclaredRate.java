package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one share is expected to pay, and who says so.
 *
 * @param perPayment gross, in shares of the day as of which it is looked at; absent of a rate known by the year only
 * @param perYear gross
 * @param since the day from which it is known
 */
public record DeclaredRate(
        Source source,
        CurrencyCode currency,
        @Nullable UnitPrice perPayment,
        Frequency frequency,
        BigDecimal perYear,
        @Nullable LocalDate since) {

    /** Who says so, the strongest first. */
    public enum Source {
        /** The broker expects it: accruals that no later payment has overtaken. */
        ACCRUAL,
        /** The user wrote it down. */
        MANUAL,
        /** The newest regular payment that was received. */
        OBSERVED,
        /** The trailing twelve months. */
        TRAILING
    }
}
