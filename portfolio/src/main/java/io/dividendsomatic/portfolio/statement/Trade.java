package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase or a sale.
 *
 * @param quantity negative when sold
 * @param currency of price, proceeds, stated cost and stated gain
 * @param proceeds quantity × price × multiplier as the effect on cash, before costs: negative for a purchase
 * @param settled the whole effect on cash after costs, where the broker states it, in the currency of the balance to
 *     which it was booked
 * @param fxRateToBase multiply an amount in {@code currency} by it to get the account's base currency
 * @param statedCost the broker's cost basis of what was bought, or of what was sold
 * @param statedGain the broker's realized gain after costs
 * @param codes the broker's remarks, such as {@code O} (opens), {@code C} (closes), {@code Ca} (cancelled)
 */
public record Trade(
        TradeTime when,
        Instrument instrument,
        Quantity quantity,
        CurrencyCode currency,
        @Nullable UnitPrice price,
        @Nullable Amount proceeds,
        Costs costs,
        @Nullable Money settled,
        @Nullable FxRate fxRateToBase,
        @Nullable Amount statedCost,
        @Nullable Amount statedGain,
        Level level,
        List<String> codes,
        @Nullable String description,
        References references)
        implements StatementRow {

    public Trade {
        codes = List.copyOf(codes);
    }

    /** The same with these costs. */
    public Trade costing(Costs others) {
        return new Trade(
                when,
                instrument,
                quantity,
                currency,
                price,
                proceeds,
                others,
                settled,
                fxRateToBase,
                statedCost,
                statedGain,
                level,
                codes,
                description,
                references);
    }

    /** How finely a row tells: one execution, or all executions of an order together. A file tells each trade once. */
    public enum Level {
        EXECUTION,
        ORDER
    }
}
