package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are asked for.
 *
 * @param from the first day, by trade date; of cash the day on which it was paid or booked
 * @param to the last day
 * @param kinds all when empty
 */
public record TransactionFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<BookingKind> kinds,
        @Nullable Isin isin) {

    public TransactionFilter {
        kinds = Set.copyOf(kinds);
    }
}
