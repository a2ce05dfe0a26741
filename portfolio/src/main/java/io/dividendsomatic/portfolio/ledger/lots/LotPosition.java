package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position with its history.
 *
 * @param lots that are open, the oldest first
 * @param days on which it changed, in order
 * @param open whether a question about it stays open, so that a figure may be wrong
 */
public record LotPosition(
        PositionKey key, Instrument instrument, List<Lot> lots, List<PositionDay> days, boolean open) {

    public LotPosition {
        lots = List.copyOf(lots);
        days = List.copyOf(days);
    }

    public Quantity quantity() {
        return new Quantity(Lot.quantity(lots));
    }

    /** The cost of all open lots, or nothing when that of one is unknown. */
    public @Nullable Amount cost() {
        BigDecimal cost = Lot.cost(lots);
        return cost == null ? null : new Amount(cost);
    }

    /** The charges of its open lots that are in no cost. */
    public List<CostApart> costsApart() {
        return Lot.apart(lots);
    }

    /** As it was at the end of that day; nothing before its first booking. */
    public @Nullable PositionDay at(LocalDate day) {
        PositionDay latest = null;
        for (PositionDay change : days) {
            latest = change.date().isAfter(day) ? latest : change;
        }
        return latest;
    }
}
