package io.dividendsomatic.dividends.tax;

import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * All parts of a payment that came in two currencies, in the reporting currency: a broker tells what it paid in that of
 * the account, and what was withheld in that of the issuer, so that neither part has a rate of its own.
 */
record TaxedWhole(BigDecimal gross, BigDecimal withheld) {
    /** Brokers convert at a rate of their own; by as much of the tax the rate of the day may be off. */
    private static final BigDecimal OTHER_RATE = new BigDecimal("1.01");

    private static final int CENTS = 2;

    /** Nothing where a part has no rate. */
    static Optional<TaxedWhole> of(List<Payment> parts, ReportingRates rates) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal withheld = BigDecimal.ZERO;
        for (Payment part : parts) {
            FxRate rate = rates.of(part).orElse(null);
            if (rate == null) {
                return Optional.empty();
            }
            gross = gross.add(part.gross().value().multiply(rate.value()));
            withheld = withheld.add(part.withholdingTax().value().multiply(rate.value()));
        }
        return Optional.of(new TaxedWhole(gross, withheld));
    }

    /** Of the tax of one part the share that the treaty allows of all, in cents of the part's currency, half up. */
    BigDecimal credit(Payment part, TreatyRate treaty) {
        BigDecimal own = part.withholdingTax().value();
        BigDecimal allowed = gross.multiply(treaty.share()).abs();
        boolean isRefund = gross.signum() == -withheld.signum();
        if (isRefund || withheld.abs().compareTo(allowed.multiply(OTHER_RATE)) <= 0) {
            return own;
        }
        return own.multiply(allowed)
                .divide(withheld.abs(), MathContext.DECIMAL64)
                .setScale(CENTS, RoundingMode.HALF_UP);
    }
}
