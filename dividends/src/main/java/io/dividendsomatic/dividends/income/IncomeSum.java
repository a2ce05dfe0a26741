package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Payments in the reporting currency, each by its own rate, and which could not be converted: those are in no sum.
 *
 * @param payments that stand, converted or not, of which one may come in parts of two currencies; tax by itself and what
 *     was taken back are in the sums and not counted
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
        for (Payment payment : payments) {
            FxRate rate = rates.of(payment).orElse(null);
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
                standing(payments),
                missing.stream().sorted().toList(),
                payments.size() - missing.size());
    }

    /** Rows of one event and kind are as many payments as the currency tells that tells most of them. */
    private static int standing(Collection<Payment> payments) {
        record Event(FactId id, PaymentKind kind) {}
        Map<Event, Map<CurrencyCode, Integer>> rows = new HashMap<>();
        payments.stream()
                .filter(Payment::isStanding)
                .forEach(payment -> rows.computeIfAbsent(
                                new Event(payment.paymentEventId(), payment.kind()), first -> new HashMap<>())
                        .merge(payment.currency(), 1, Integer::sum));
        return rows.values().stream()
                .mapToInt(event -> Collections.max(event.values()))
                .sum();
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
