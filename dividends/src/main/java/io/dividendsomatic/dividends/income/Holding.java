package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an instrument on a day, as far as known.
 *
 * @param currency of price and cost
 * @param costPerShare including fees, as the broker or the lots state it
 * @param fx from {@code currency} to the reporting currency on that day
 */
public record Holding(
        @Nullable Quantity quantity,
        CurrencyCode currency,
        @Nullable UnitPrice price,
        @Nullable UnitPrice costPerShare,
        @Nullable FxRate fx) {}
