package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.matching.Ratios;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What share of its dividends an instrument is used to lose to tax in an account: 0.15 for 15 percent. */
final class TaxRates {
    /** As many payments before a day as say what is usual, the newest first. */
    private static final int LOOKED_AT = 4;

    private final List<OfDay> byDate;

    private TaxRates(List<OfDay> byDate) {
        this.byDate = byDate;
    }

    /** Tax over gross of a payment of more than nothing. */
    static Optional<BigDecimal> of(Payment payment) {
        return payment.gross().value().signum() <= 0
                ? Optional.empty()
                : Optional.of(Ratios.divide(
                        payment.withholdingTax().value(), payment.gross().value()));
    }

    private record OfDay(LocalDate day, BigDecimal rate) {}

    /** Of the ordinary dividends of an account, for whoever asks of many days. */
    static TaxRates ofAccount(Collection<Payment> payments) {
        return new TaxRates(payments.stream()
                .filter(payment -> payment.isStanding() && payment.kind() == PaymentKind.DIVIDEND)
                .sorted(Payment.BY_DATE)
                .flatMap(payment -> of(payment).stream().map(rate -> new OfDay(payment.payDate(), rate)))
                .toList());
    }

    /** The median of the last ordinary dividends before a day, of an even number the lower; nothing before the first. */
    Optional<BigDecimal> usual(LocalDate before) {
        int end = byDate.size();
        while (end > 0 && !byDate.get(end - 1).day.isBefore(before)) {
            end--;
        }
        List<BigDecimal> rates = byDate.subList(Math.max(0, end - LOOKED_AT), end).stream()
                .map(OfDay::rate)
                .sorted(Comparator.naturalOrder())
                .toList();
        return rates.isEmpty() ? Optional.empty() : Optional.of(rates.get((rates.size() - 1) / 2));
    }
}
