package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position at the end of a day on which something changed it.
 *
 * @param change units that the day's bookings brought or took, also those of which a gap says that they were not there:
 *     to be added to a quantity that the broker reported before
 * @param quantity by our own count
 * @param cost of all open lots; absent when that of one is unknown
 * @param costsApart charges of the open lots that are in no cost, one sum a currency
 */
public record PositionDay(
        LocalDate date,
        Quantity change,
        Quantity quantity,
        @Nullable Amount cost,
        List<Money> costsApart) {

    public PositionDay {
        costsApart = List.copyOf(costsApart);
    }

    /** Without charges beside the cost. */
    public PositionDay(LocalDate date, Quantity change, Quantity quantity, @Nullable Amount cost) {
        this(date, change, quantity, cost, List.of());
    }
}
