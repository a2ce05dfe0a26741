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

    private TaxRates() {}

    /** Tax over gross of a payment of more than nothing. */
    static Optional<BigDecimal> of(Payment payment) {
        return payment.gross().value().signum() <= 0
                ? Optional.empty()
                : Optional.of(Ratios.divide(
                        payment.withholdingTax().value(), payment.gross().value()));
    }

    /** The median of the last ordinary dividends before a day, of an even number the lower; nothing before the first. */
    static Optional<BigDecimal> usual(Collection<Payment> ofAccount, LocalDate before) {
        List<BigDecimal> rates = ofAccount.stream()
                .filter(payment -> payment.isStanding() && payment.kind() == PaymentKind.DIVIDEND)
                .filter(payment -> payment.payDate().isBefore(before))
                .sorted(Payment.BY_DATE.reversed())
                .flatMap(payment -> of(payment).stream())
                .limit(LOOKED_AT)
                .sorted(Comparator.naturalOrder())
                .toList();
        return rates.isEmpty() ? Optional.empty() : Optional.of(rates.get((rates.size() - 1) / 2));
    }
}
