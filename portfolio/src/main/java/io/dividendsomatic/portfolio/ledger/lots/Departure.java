package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.FactId;
import java.time.LocalDate;
import java.util.List;

/** Lots that left the account without a sale: with a transfer, or in a corporate action that gave nothing for them. */
public record Departure(FactId booking, LocalDate date, PositionKey position, List<Lot> lots) {

    public Departure {
        lots = List.copyOf(lots);
    }
}
