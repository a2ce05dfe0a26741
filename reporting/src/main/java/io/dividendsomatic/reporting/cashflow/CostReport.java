package io.dividendsomatic.reporting.cashflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What it cost, in the reporting currency at the rates of the days. A charge is positive, its refund negative. Interest
 * that was received is income and not here; tax on income is neither.
 *
 * @param asOf the last day that counts; absent where the question names none
 * @param months all twelve of the year
 * @param years every year that has costs, with its totals
 * @param unresolved what no sum has
 */
public record CostReport(
        int year,
        @Nullable LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        List<InMonth> months,
        Line totals,
        List<InYear> years,
        Quality quality,
        List<Missing> unresolved)
        implements Report {

    public CostReport {
        months = List.copyOf(months);
        years = List.copyOf(years);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * Sums of a time.
     *
     * @param interest paid on loans
     * @param fees beside trades
     * @param commissions of trades; those in the trade's currency are part of costs and gains, too
     * @param conversionFees of conversions of money
     * @param transactionTaxes on trades, likewise part of costs and gains
     * @param total of all
     */
    public record Line(
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal commissions,
            BigDecimal conversionFees,
            BigDecimal transactionTaxes,
            BigDecimal total,
            Quality quality) {

        static Line of(Collection<Converted> flows) {
            BigDecimal interest = Sums.of(flows, FlowKind.INTEREST_PAID).negate();
            BigDecimal fees = Sums.of(flows, FlowKind.FEE).negate();
            BigDecimal commissions =
                    Sums.of(flows, FlowKind.COMMISSION, FlowKind.CHARGE_APART).negate();
            BigDecimal conversions = Sums.of(flows, FlowKind.CONVERSION_FEE).negate();
            BigDecimal taxes = Sums.of(flows, FlowKind.TRANSACTION_TAX).negate();
            return new Line(
                    interest,
                    fees,
                    commissions,
                    conversions,
                    taxes,
                    interest.add(fees).add(commissions).add(conversions).add(taxes),
                    Quality.of(flows));
        }
    }

    /** A month. */
    public record InMonth(YearMonth month, @JsonUnwrapped Line costs) {}

    /** A year. */
    public record InYear(int year, @JsonUnwrapped Line costs) {}

    static CostReport of(
            int year, @Nullable LocalDate asOf, Instant knownAt, CurrencyCode currency, Collection<Converted> all) {
        List<Converted> costs =
                all.stream().filter(flow -> flow.kind().isCost()).toList();
        SortedMap<Integer, List<Converted>> byYear = Sums.byYear(costs);
        List<Converted> ofYear = byYear.getOrDefault(year, List.of());
        return new CostReport(
                year,
                asOf,
                knownAt,
                currency,
                Sums.months(year).stream()
                        .map(month -> new InMonth(month, Line.of(Sums.in(ofYear, month))))
                        .toList(),
                Line.of(ofYear),
                byYear.entrySet().stream()
                        .map(each -> new InYear(each.getKey(), Line.of(each.getValue())))
                        .toList(),
                Quality.of(ofYear),
                Missing.of(ofYear));
    }
}
