package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a payment event stands in a calendar.
 *
 * @param first the smallest identity of its payments, whose currency it is
 */
public record PaidPlace(
        LocalDate payDate, InstrumentKey key, AccountId account, CurrencyCode currency, FactId event, FactId first) {

    static Optional<PaidPlace> of(Payment payment, LocalDate until) {
        InstrumentKey key = payment.key();
        return key == null || !payment.isStanding() || payment.payDate().isAfter(until)
                ? Optional.empty()
                : Optional.of(new PaidPlace(
                        payment.payDate(),
                        key,
                        payment.account(),
                        payment.currency(),
                        payment.paymentEventId(),
                        payment.id()));
    }

    /** One of each event. */
    static List<PaidPlace> ofEvents(Stream<PaidPlace> ofPayments) {
        return List.copyOf(ofPayments
                .collect(Collectors.toMap(
                        PaidPlace::event,
                        place -> place,
                        BinaryOperator.minBy((one, other) -> one.first.compareTo(other.first))))
                .values());
    }
}
