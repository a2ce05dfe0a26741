package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account held of one instrument in one currency at one price. Amounts are in {@code currency}; absent figures
 * were not stated.
 *
 * @param quantity negative when short
 * @param costBasis total, not per unit
 * @param fxRateToBase multiply an amount in {@code currency} by it to get the account's base currency
 * @param lines of the telling file that add up to this position
 */
public record Position(
        Instrument instrument,
        CurrencyCode currency,
        Quantity quantity,
        @Nullable UnitPrice markPrice,
        @Nullable Amount marketValue,
        @Nullable Amount costBasis,
        @Nullable Amount unrealizedPnl,
        @Nullable FxRate fxRateToBase,
        List<Integer> lines) {

    public Position {
        lines = List.copyOf(lines);
    }
}
