package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A position at the end of a day on which something changed it.
 *
 * @param change units that the day's bookings brought or took, also those of which a gap says that they were not there:
 *     to be added to a quantity that the broker reported before
 * @param quantity by our own count
 * @param cost of all open lots; absent when that of one is unknown
 */
public record PositionDay(
        LocalDate date,
        Quantity change,
        Quantity quantity,
        @Nullable Amount cost) {}
