package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * One currency exchanged for another, or one leg of it where a file tells each leg in a row of its own.
 *
 * @param amount the leg that the row is about, as the effect on cash
 * @param counterAmount the other leg, with the other sign; absent where another row tells it
 * @param price units of the counter currency for one unit of the other, where the file states it
 * @param fee negative when charged
 * @param level whether the row is one execution, or all executions of an order together
 */
public record FxConversion(
        TradeTime when,
        Money amount,
        @Nullable Money counterAmount,
        @Nullable UnitPrice price,
        @Nullable Money fee,
        Trade.Level level,
        @Nullable String description,
        References references)
        implements StatementRow {}
