package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payments of the months to come; what is paid, declared and estimated is never added up.
 *
 * @param currency the reporting currency
 * @param totals by month in the reporting currency, the months without any among them
 * @param unresolved lines that the totals leave out for want of a rate
 */
record ForecastAnswer(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        int months,
        List<Line> items,
        List<Month> totals,
        List<Unresolved> unresolved)
        implements Tabular {

    /**
     * One month, certainty and currency.
     *
     * @param unknown payments of which no amount is known
     */
    record Line(
            String month,
            Certainty status,
            CurrencyCode currency,
            Money gross,
            int payments,
            int unknown,
            InReporting inReportingCurrency) {}

    /** Absent without a rate. */
    record InReporting(CurrencyCode currency, @Nullable BigDecimal gross) {}

    /** The gross of one month. */
    record Month(String month, BigDecimal paid, BigDecimal declared, BigDecimal estimated) {}

    /** A line without a rate. */
    record Unresolved(String month, Certainty status, CurrencyCode currency, Reason reason) {}

    static ForecastAnswer of(Moment moment, CurrencyCode currency, int months, List<Forecast> lines) {
        YearMonth first = YearMonth.from(moment.asOf());
        return new ForecastAnswer(
                moment.asOf(),
                moment.knownAt(),
                currency,
                months,
                lines.stream().map(line -> line(line, currency)).toList(),
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(months)
                        .map(month -> new Month(
                                month.toString(),
                                sum(lines, month, Certainty.PAID),
                                sum(lines, month, Certainty.DECLARED),
                                sum(lines, month, Certainty.ESTIMATED)))
                        .toList(),
                lines.stream()
                        .filter(line -> !line.reporting().isKnown())
                        .map(line -> new Unresolved(
                                line.month().toString(), line.certainty(), line.currency(), Reason.FX_RATE_MISSING))
                        .toList());
    }

    private static Line line(Forecast line, CurrencyCode currency) {
        return new Line(
                line.month().toString(),
                line.certainty(),
                line.currency(),
                new Money(line.gross(), line.currency()),
                line.payments(),
                line.unknown(),
                new InReporting(currency, line.reporting().value()));
    }

    private static BigDecimal sum(List<Forecast> lines, YearMonth month, Certainty certainty) {
        return lines.stream()
                .filter(line -> line.month().equals(month) && line.certainty() == certainty)
                .flatMap(line -> Stream.ofNullable(line.reporting().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public List<String> header() {
        return List.of(
                "month", "status", "currency", "gross", "payments", "unknown", "reportingCurrency", "reportingGross");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream()
                .map(line -> Arrays.<@Nullable Object>asList(
                        line.month,
                        line.status,
                        line.currency,
                        TableCells.amount(line.gross),
                        line.payments,
                        line.unknown,
                        line.inReportingCurrency.currency,
                        line.inReportingCurrency.gross))
                .toList();
    }
}
