package io.dividendsomatic.reporting.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What to compare with: the level of an index or the price of a fund, by day, in whatever currency it is told. */
public record Benchmark(String name, NavigableMap<LocalDate, BigDecimal> levels) {

    /** Throws IllegalArgumentException for a level that is not above zero: nothing can be compared with it. */
    public Benchmark {
        if (levels.values().stream().anyMatch(level -> level.signum() <= 0)) {
            throw new IllegalArgumentException("a level is above zero");
        }
        levels = Collections.unmodifiableNavigableMap(new TreeMap<>(levels));
    }
}
