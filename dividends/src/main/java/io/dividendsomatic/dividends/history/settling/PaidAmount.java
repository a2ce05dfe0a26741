package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What of a payment counts in sums, and by what it is grouped.
 *
 * @param month of the pay date, {@code 2031-03}
 * @param isin that its own row tells
 * @param instrument the ISIN of what its instrument was found to be, else the broker's own name, else nothing
 * @param country by its tax or its ISIN; nothing where neither tells
 * @param own the rate to the account's base currency that the row itself states
 * @param tax positive when withheld
 * @param payments one where it stands, else none
 */
public record PaidAmount(
        LocalDate day,
        String month,
        @Nullable Isin isin,
        String instrument,
        String country,
        AccountId account,
        CurrencyCode currency,
        @Nullable FxRate own,
        BigDecimal gross,
        BigDecimal tax,
        int payments) {

    static PaidAmount of(Payment payment) {
        return new PaidAmount(
                payment.payDate(),
                YearMonth.from(payment.payDate()).toString(),
                payment.instrument() == null ? null : payment.instrument().isin(),
                Grouping.instrument(payment),
                Countries.BY_ISIN.of(payment).orElse(""),
                payment.account(),
                payment.currency(),
                payment.fxRateToBase(),
                payment.gross().value(),
                payment.withholdingTax().value(),
                payment.isStanding() ? 1 : 0);
    }
}
