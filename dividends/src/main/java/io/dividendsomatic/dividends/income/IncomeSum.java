package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Payments in the reporting currency, each by its own rate, and which could not be converted: those are in no sum.
 *
 * @param payments that stand, converted or not; tax by itself and what was taken back are in the sums and not counted
 * @param missing payments without a rate
 * @param converted how many rows are in the sums: where none is and some are missing, the zero is no figure
 */
public record IncomeSum(Amount gross, Amount withholdingTax, int payments, List<FactId> missing, int converted) {
    private static final int CENTS = 2;

    public IncomeSum {
        missing = List.copyOf(missing);
    }

    public static IncomeSum of(Collection<Payment> payments, ReportingRates rates) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        List<FactId> missing = new ArrayList<>();
        int standing = 0;
        for (Payment payment : payments) {
            FxRate rate = rates.of(payment).orElse(null);
            standing += payment.isStanding() ? 1 : 0;
            if (rate == null) {
                missing.add(payment.id());
            } else {
                gross = gross.add(payment.gross().value().multiply(rate.value()));
                tax = tax.add(payment.withholdingTax().value().multiply(rate.value()));
            }
        }
        return new IncomeSum(
                cents(gross),
                cents(tax),
                standing,
                missing.stream().sorted().toList(),
                payments.size() - missing.size());
    }

    public Amount net() {
        return new Amount(gross.value().subtract(withholdingTax.value()));
    }

    public boolean isWhole() {
        return missing.isEmpty();
    }

    /** Whether anything could be converted, or there was nothing to convert. */
    public boolean isKnown() {
        return converted > 0 || isWhole();
    }

    private static Amount cents(BigDecimal value) {
        return new Amount(value.setScale(CENTS, RoundingMode.HALF_UP));
    }
}
