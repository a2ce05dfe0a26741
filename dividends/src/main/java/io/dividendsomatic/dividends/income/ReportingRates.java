package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate by which a payment is multiplied to get the reporting currency: its own where its account's base is that
 * currency; none is needed for that currency itself; else the one known for its pay date; else it is missing, and never
 * one.
 *
 * @param bases of the accounts, as far as stated
 * @param known rates of a day, the newest at or before it
 */
public record ReportingRates(CurrencyCode reporting, Map<AccountId, CurrencyCode> bases, RateOfDay known) {
    private static final FxRate ONE = new FxRate(BigDecimal.ONE);

    /** The rate from a currency to the reporting currency on a day, or nothing. */
    public interface RateOfDay {
        RateOfDay NONE = (currency, day) -> null;

        @Nullable
        FxRate on(CurrencyCode currency, LocalDate day);
    }

    public ReportingRates {
        bases = Map.copyOf(bases);
    }

    public Optional<FxRate> of(Payment payment) {
        if (payment.currency().equals(reporting)) {
            return Optional.of(ONE);
        }
        boolean inBase = reporting.equals(bases.get(payment.account()));
        return payment.fxRateToBase() != null && inBase
                ? Optional.of(payment.fxRateToBase())
                : Optional.ofNullable(known.on(payment.currency(), payment.payDate()));
    }
}
