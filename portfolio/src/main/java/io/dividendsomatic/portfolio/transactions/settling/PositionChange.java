package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PositionLine} without what led to it, for who wants all of them at once.
 *
 * @param cost of all units; absent when that of some is not told
 * @param missing units that went that day though no file tells how they came
 */
public record PositionChange(
        PositionKey key,
        Instrument instrument,
        LocalDate date,
        Quantity quantity,
        @Nullable Amount cost,
        Quantity missing) {

    static PositionChange of(PositionLine line) {
        return new PositionChange(
                line.key(), line.instrument(), line.date(), line.quantity(), line.cost(), line.missing());
    }
}
