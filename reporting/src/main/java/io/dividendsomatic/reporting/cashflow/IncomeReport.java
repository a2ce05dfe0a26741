package io.dividendsomatic.reporting.cashflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What came in, in the reporting currency at the rates of the days: dividends by pay date, and interest. What was taken
 * back is negative.
 *
 * @param asOf the last day that counts; absent where the question names none
 * @param months all twelve of the year
 * @param years every year that has income, with its totals
 * @param projectedNet what the net income so far comes to at the end of the year at the same pace: net / day of the year ×
 *     365, to the cent; only of the year in which {@code asOf} or, without one, today lies
 * @param unresolved what no sum has
 */
public record IncomeReport(
        int year,
        @Nullable LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        List<InMonth> months,
        Line totals,
        List<InYear> years,
        @Nullable BigDecimal projectedNet,
        Quality quality,
        List<Missing> unresolved)
        implements Report {
    private static final int DAYS_A_YEAR = 365;
    private static final int CENTS = 2;

    public IncomeReport {
        months = List.copyOf(months);
        years = List.copyOf(years);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * Sums of a time.
     *
     * @param dividends gross, without payments in lieu
     * @param withholdingTax positive when withheld
     * @param interest received, of cash and bonds
     * @param gross dividends, payments in lieu and interest
     * @param net of tax
     * @param payments of dividends, and in lieu, that stand
     */
    public record Line(
            BigDecimal dividends,
            BigDecimal paymentsInLieu,
            BigDecimal withholdingTax,
            BigDecimal interest,
            BigDecimal gross,
            BigDecimal net,
            int payments,
            Quality quality) {

        static Line of(Collection<Converted> flows) {
            BigDecimal gross = Sums.of(flows, FlowKind.DIVIDEND, FlowKind.PAYMENT_IN_LIEU, FlowKind.INTEREST_RECEIVED);
            BigDecimal tax = Sums.of(flows, FlowKind.WITHHOLDING_TAX);
            return new Line(
                    Sums.of(flows, FlowKind.DIVIDEND),
                    Sums.of(flows, FlowKind.PAYMENT_IN_LIEU),
                    tax.negate(),
                    Sums.of(flows, FlowKind.INTEREST_RECEIVED),
                    gross,
                    gross.add(tax),
                    flows.stream()
                            .filter(flow -> flow.kind() == FlowKind.DIVIDEND || flow.kind() == FlowKind.PAYMENT_IN_LIEU)
                            .mapToInt(flow -> flow.flow().facts())
                            .sum(),
                    Quality.of(flows));
        }
    }

    /** A month, with what had come net of tax since the beginning of the year. */
    public record InMonth(YearMonth month, @JsonUnwrapped Line income, BigDecimal cumulativeNet) {}

    /** A year. */
    public record InYear(int year, @JsonUnwrapped Line income) {}

    static IncomeReport of(
            int year,
            @Nullable LocalDate asOf,
            LocalDate today,
            Instant knownAt,
            CurrencyCode currency,
            Collection<Converted> all) {
        List<Converted> income = all.stream()
                .filter(flow -> flow.kind().isIncome() || flow.kind() == FlowKind.WITHHOLDING_TAX)
                .toList();
        SortedMap<Integer, List<Converted>> byYear = Sums.byYear(income);
        List<Converted> ofYear = byYear.getOrDefault(year, List.of());
        List<InMonth> months = new ArrayList<>();
        BigDecimal cumulative = BigDecimal.ZERO;
        for (YearMonth month : Sums.months(year)) {
            Line line = Line.of(Sums.in(ofYear, month));
            cumulative = cumulative.add(line.net());
            months.add(new InMonth(month, line, cumulative));
        }
        Line totals = Line.of(ofYear);
        return new IncomeReport(
                year,
                asOf,
                knownAt,
                currency,
                months,
                totals,
                byYear.entrySet().stream()
                        .map(each -> new InYear(each.getKey(), Line.of(each.getValue())))
                        .toList(),
                today.getYear() == year ? projected(ofYear, today) : null,
                Quality.of(ofYear),
                Missing.of(ofYear));
    }

    private static BigDecimal projected(Collection<Converted> ofYear, LocalDate today) {
        BigDecimal net = Line.of(ofYear.stream()
                        .filter(flow -> !flow.date().isAfter(today))
                        .toList())
                .net();
        return net.multiply(BigDecimal.valueOf(DAYS_A_YEAR))
                .divide(BigDecimal.valueOf(today.getDayOfYear()), CENTS, RoundingMode.HALF_UP);
    }
}
