package io.dividendsomatic.reporting.gains;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What if nothing had been sold: the units of all sales at the price of a day against what the sales brought. Units
 * count as they were sold, so an instrument that was split since is understated. Dividends that would have come and costs
 * that would not are not part of it.
 *
 * @param proceeds of the instruments that can be valued, in the reporting currency at the rates of the sales
 * @param hypothetical what their sold units would be worth
 * @param advantage proceeds − hypothetical: positive where selling was better
 * @param items the largest advantage first; those without a price or rate come last
 * @param unvalued how many of them are in no sum
 */
public record WhatIfReport(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        BigDecimal proceeds,
        BigDecimal hypothetical,
        BigDecimal advantage,
        List<Item> items,
        int unvalued,
        Quality quality)
        implements Report {

    public WhatIfReport {
        items = List.copyOf(items);
    }

    /**
     * An instrument of which something was sold, in one currency.
     *
     * @param quantity units sold, short sales not counted
     * @param price of a unit, with its multiplier, in {@code nativeCurrency}; absent without any
     * @param priceSource the account that reports it, else the vendor
     * @param quality {@code ACTUAL}, {@code STALE_PRICE}, {@code NOT_STATED} without a price, {@code FX_MISSING}
     */
    public record Item(
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            CurrencyCode nativeCurrency,
            BigDecimal quantity,
            @Nullable BigDecimal proceeds,
            @Nullable BigDecimal price,
            @Nullable LocalDate pricedOn,
            @Nullable String priceSource,
            Fx fx,
            @Nullable BigDecimal hypothetical,
            @Nullable BigDecimal advantage,
            Quality quality) {}
}
