package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A realized gain as a tax form states it, in one currency. Evidence beside the trades, and no booking.
 *
 * @param proceeds of the whole sale; {@code cost} of the whole purchase: both positive
 * @param purchaseCosts, {@code saleCosts} charged: both positive
 * @param deemedCost the presumed acquisition cost that the form used in place of the real one
 * @param gain negative for a loss
 */
public record StatedGain(
        Instrument instrument,
        Quantity quantity,
        @Nullable LocalDate bought,
        LocalDate sold,
        CurrencyCode currency,
        Amount proceeds,
        @Nullable Amount cost,
        @Nullable Amount purchaseCosts,
        @Nullable Amount saleCosts,
        @Nullable Amount deemedCost,
        Amount gain)
        implements StatementRow {}
