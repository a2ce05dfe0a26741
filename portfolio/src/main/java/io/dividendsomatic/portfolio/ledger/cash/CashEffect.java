package io.dividendsomatic.portfolio.ledger.cash;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import java.time.LocalDate;

/**
 * What one booking does to the balance of one currency.
 *
 * @param part of the booking that it is
 * @param money received is positive, paid is negative
 */
public record CashEffect(LocalDate date, FactId booking, BookingKind kind, Part part, Money money) {

    /** What of a booking moves money. */
    public enum Part {
        /** All of it in one sum. */
        WHOLE,
        PROCEEDS,
        FEE,
        TAX,
        /** The leg of a conversion that its row is about. */
        LEG,
        COUNTER_LEG
    }
}
