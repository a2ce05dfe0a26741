package io.dividendsomatic.reporting.cashflow;

import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

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

    static List<Converted> in(Collection<Converted> flows, int year) {
        return flows.stream().filter(flow -> flow.date().getYear() == year).toList();
    }

    /** All twelve. */
    static List<YearMonth> months(int year) {
        return Arrays.stream(Month.values())
                .map(month -> YearMonth.of(year, month))
                .toList();
    }
}
