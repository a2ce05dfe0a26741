package io.dividendsomatic.reporting.instrument;

import io.dividendsomatic.dividends.income.Doubling;
import io.dividendsomatic.dividends.income.Payback;
import io.dividendsomatic.dividends.income.Payback.Owned;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument over all brokers and native currencies, in the reporting currency.
 *
 * @param positions one an account and native currency
 * @param owned the times of owning it by its bookings; two with no more than 14 days between them are one
 * @param ownedByBookings whether the bookings come to what is held; else they tell less than all of it
 * @param payback net dividends of the time that it is owned now against what it cost; absent where nothing is held or its
 *     cost is not known
 * @param doubling at the yield on cost, else the current one; absent without a yield
 */
public record InstrumentReport(
        Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        Totals totals,
        List<Held> positions,
        List<Owned> owned,
        boolean ownedByBookings,
        @Nullable Payback payback,
        @Nullable Doubling doubling,
        Quality quality)
        implements Report {

    public InstrumentReport {
        positions = List.copyOf(positions);
        owned = List.copyOf(owned);
    }

    /**
     * In the reporting currency, as far as known.
     *
     * @param returnPercent unrealized / |cost| × 100, two decimals, rounded half up
     * @param realizedPnl of all sales, first in first out
     * @param dividends gross, payments in lieu included; {@code withholdingTax} positive when withheld
     * @param totalReturn unrealized and realized result and dividends less tax
     * @param unresolved sales and payments in no sum, for want of a rate or a cost
     */
    public record Totals(
            Quantity quantity,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal returnPercent,
            @Nullable BigDecimal weight,
            BigDecimal realizedPnl,
            BigDecimal dividends,
            BigDecimal withholdingTax,
            BigDecimal totalReturn,
            int sales,
            int payments,
            int unresolved) {}

    /**
     * What an account holds; amounts in {@code nativeCurrency}.
     *
     * @param basis what the value rests on; absent where the broker states it
     * @param breakEven cost of a unit, ten decimals at most; {@code pnlPerUnit} likewise
     */
    public record Held(
            AccountId account,
            CurrencyCode nativeCurrency,
            Quantity quantity,
            LocalDate asOf,
            Origin origin,
            @Nullable Amount marketValue,
            @Nullable Amount costBasis,
            @Nullable Amount unrealizedPnl,
            @Nullable BigDecimal breakEven,
            @Nullable BigDecimal pnlPerUnit,
            @Nullable Basis basis,
            Fx fx,
            @Nullable BigDecimal marketValueInReportingCurrency,
            Quality quality) {}
}
