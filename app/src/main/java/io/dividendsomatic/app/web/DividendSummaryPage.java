package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.history.DividendSummary.InReporting;
import io.dividendsomatic.dividends.history.DividendSummary.Line;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of sums; the totals are over all of them.
 *
 * @param asOf the last day that counted; absent where the question names none
 * @param currency the reporting currency
 * @param items each under the name by which it is grouped: {@code "year":"2031"}
 * @param unresolved sums of which payments have no rate, which the reporting currency leaves out
 */
record DividendSummaryPage(
        @Nullable LocalDate asOf,
        Instant knownAt,
        String groupBy,
        CurrencyCode currency,
        List<Map<String, @Nullable Object>> items,
        int page,
        int size,
        long total,
        Totals totals,
        List<Map<String, @Nullable Object>> unresolved)
        implements Tabular {

    /** All lines together, in the reporting currency. */
    record Totals(InReporting inReportingCurrency, int payments) {}

    static DividendSummaryPage of(
            @Nullable LocalDate asOf, Instant knownAt, Grouping grouping, DividendSummary summary, int page, int size) {
        String groupBy = grouping.name().toLowerCase(Locale.ROOT);
        return new DividendSummaryPage(
                asOf,
                knownAt,
                groupBy,
                summary.currency(),
                summary.lines().stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(line -> item(groupBy, line))
                        .toList(),
                page,
                size,
                summary.lines().size(),
                new Totals(summary.totals(), summary.payments()),
                summary.unresolved().stream()
                        .map(unresolved -> {
                            Map<String, @Nullable Object> item = named(groupBy, unresolved.group());
                            item.put("currency", unresolved.currency());
                            item.put("payments", unresolved.payments());
                            item.put("reason", unresolved.reason());
                            return item;
                        })
                        .toList());
    }

    private static Map<String, @Nullable Object> item(String groupBy, Line line) {
        Map<String, @Nullable Object> item = named(groupBy, line.group());
        item.put("currency", line.currency());
        item.put("gross", line.gross());
        item.put("withholdingTax", line.withholdingTax());
        item.put("net", line.net());
        item.put("inReportingCurrency", line.inReportingCurrency());
        item.put("payments", line.payments());
        return item;
    }

    /** What belongs to no group is null. */
    private static Map<String, @Nullable Object> named(String groupBy, String group) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put(groupBy, group.isEmpty() ? null : group);
        return item;
    }

    @Override
    public List<String> header() {
        return List.of(
                groupBy.equals("currency") ? "group" : groupBy,
                "currency",
                "gross",
                "withholdingTax",
                "net",
                "payments",
                "reportingCurrency",
                "reportingGross",
                "reportingWithholdingTax",
                "reportingNet");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(this::row).toList();
    }

    private List<@Nullable Object> row(Map<String, @Nullable Object> item) {
        InReporting reporting = item.get("inReportingCurrency") instanceof InReporting known ? known : null;
        return Arrays.<@Nullable Object>asList(
                item.get(groupBy),
                item.get("currency"),
                TableCells.amountOf(item.get("gross")),
                TableCells.amountOf(item.get("withholdingTax")),
                TableCells.amountOf(item.get("net")),
                item.get("payments"),
                currency,
                reporting == null ? null : reporting.gross(),
                reporting == null ? null : reporting.withholdingTax(),
                reporting == null ? null : reporting.net());
    }
}
