package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Payments of one group, account and currency that are converted alike.
 *
 * @param day of which a rate is needed; absent where the sums in the reporting currency stand here already
 * @param own the rate to the account's base currency that the rows themselves state
 * @param tax positive when withheld
 * @param payments that stand
 */
public record SumCell(
        String group,
        AccountId account,
        CurrencyCode currency,
        @Nullable LocalDate day,
        @Nullable FxRate own,
        BigDecimal gross,
        BigDecimal tax,
        @Nullable BigDecimal reportingGross,
        @Nullable BigDecimal reportingTax,
        int payments) {

    /**
     * What needs no rate of a day: payments in the reporting currency, and those of accounts that are based in it where
     * the row states its rate.
     */
    public record Direct(CurrencyCode reporting, Collection<AccountId> basedInIt) {}

    static SumCell of(Payment payment, GroupBy by) {
        return new SumCell(
                by.of(payment),
                payment.account(),
                payment.currency(),
                payment.payDate(),
                payment.fxRateToBase(),
                payment.gross().value(),
                payment.withholdingTax().value(),
                null,
                null,
                payment.isStanding() ? 1 : 0);
    }
}
