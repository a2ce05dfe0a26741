package io.dividendsomatic.reporting.cashflow;

import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums of flows in the reporting currency. What has no value is in none of them. */
final class Sums {

    private Sums() {}

    static BigDecimal of(Collection<Converted> flows, FlowKind... kinds) {
        List<FlowKind> wanted = Arrays.asList(kinds);
        return flows.stream()
                .filter(flow -> wanted.contains(flow.kind()))
                .map(Converted::orZero)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<Converted> in(Collection<Converted> flows, YearMonth month) {
        return flows.stream()
                .filter(flow -> YearMonth.from(flow.date()).equals(month))
                .toList();
    }

    static SortedMap<Integer, List<Converted>> byYear(Collection<Converted> flows) {
        return flows.stream()
                .collect(Collectors.groupingBy(flow -> flow.date().getYear(), TreeMap::new, Collectors.toList()));
    }

    /** All twelve. */
    static List<YearMonth> months(int year) {
        return Arrays.stream(Month.values())
                .map(month -> YearMonth.of(year, month))
                .toList();
    }
}
