package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one booking realized, in the position's currency. {@code gain = proceeds − cost}.
 *
 * @param side whether long units were sold or short ones bought back
 * @param quantity units that were closed, positive
 * @param proceeds of a sale after its costs; of a cover what the short sale had brought
 * @param cost of the units sold; of a cover what it cost to buy them back; absent, like the gain, when unknown
 * @param missing units among {@code quantity} of which no file tells how they came
 * @param allocationUnknown whether the cost of a lot depends on an allocation that was not told
 * @param costsApart charges in another currency than the position's, of the lots and of this booking: in no figure of
 *     this gain
 * @param brokerStated the broker's own gain for the booking
 * @param brokerCost the broker's own cost of what was sold, of a cover what the short sale had brought; positive
 */
public record RealizedGain(
        FactId booking,
        LocalDate date,
        Instrument instrument,
        PositionKey position,
        Side side,
        Quantity quantity,
        @Nullable Amount proceeds,
        @Nullable Amount cost,
        @Nullable Amount gain,
        List<LotUse> lotsUsed,
        Quantity missing,
        boolean allocationUnknown,
        List<CostApart> costsApart,
        @Nullable Amount brokerStated,
        @Nullable Amount brokerCost,
        List<SourceRef> sources) {

    public RealizedGain {
        lotsUsed = List.copyOf(lotsUsed);
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    /** Which way the closed units had gone. */
    public enum Side {
        LONG,
        SHORT
    }
}
