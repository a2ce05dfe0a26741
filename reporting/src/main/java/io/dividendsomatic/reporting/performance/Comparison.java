package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.reporting.performance.PerformanceReport.Compared;
import io.dividendsomatic.reporting.performance.PerformanceReport.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures a benchmark over the same time as accounts. */
final class Comparison {
    /** How long before a day its level may lie. */
    private static final int DAYS_BACK = 7;

    private static final int YEAR = 365;

    private Comparison() {}

    /** Nothing where no level is near enough to the first or the last day. */
    static Optional<Compared> of(Benchmark benchmark, LocalDate from, LocalDate to) {
        Map.Entry<LocalDate, BigDecimal> start = benchmark.levels().floorEntry(from);
        Map.Entry<LocalDate, BigDecimal> end = benchmark.levels().floorEntry(to);
        if (start == null
                || end == null
                || start.getKey().plusDays(DAYS_BACK).isBefore(from)
                || end.getKey().plusDays(DAYS_BACK).isBefore(to)) {
            return Optional.empty();
        }
        BigDecimal factor = end.getValue().divide(start.getValue(), MathContext.DECIMAL64);
        long days = ChronoUnit.DAYS.between(from, to);
        List<Level> series = benchmark.levels().subMap(start.getKey(), true, end.getKey(), true).entrySet().stream()
                .map(level -> new Level(
                        level.getKey(),
                        level.getValue().divide(start.getValue(), MoneyWeighted.DECIMALS, RoundingMode.HALF_EVEN)))
                .toList();
        return Optional.of(new Compared(
                benchmark.name(),
                start.getKey(),
                end.getKey(),
                factor.subtract(BigDecimal.ONE).setScale(MoneyWeighted.DECIMALS, RoundingMode.HALF_UP),
                days < YEAR ? null : MoneyWeighted.yearly(factor, days).orElse(null),
                series));
    }
}
