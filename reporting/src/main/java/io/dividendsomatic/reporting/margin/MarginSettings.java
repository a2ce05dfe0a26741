package io.dividendsomatic.reporting.margin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which rates the interest on a loan is expected.
 *
 * @param benchmarks in percent a year by currency; what is not named stays as it was on {@code asOf}
 * @param asOf the day of the benchmarks
 * @param tiers spreads by the size of the loan in its own currency, which count for the whole loan
 */
@ConfigurationProperties("dividendsomatic.margin")
public record MarginSettings(
        @DefaultValue Map<String, BigDecimal> benchmarks,
        @DefaultValue("2026-02-19") LocalDate asOf,
        @DefaultValue List<Tier> tiers) {
    private static final Map<String, BigDecimal> USUAL = Map.of(
            "EUR", new BigDecimal("2.75"),
            "USD", new BigDecimal("4.33"),
            "SEK", new BigDecimal("2.25"),
            "DKK", new BigDecimal("2.60"),
            "NOK", new BigDecimal("4.50"),
            "GBP", new BigDecimal("4.50"));
    private static final List<Tier> USUAL_TIERS = List.of(
            new Tier(BigDecimal.valueOf(100_000), new BigDecimal("1.5")),
            new Tier(BigDecimal.valueOf(1_000_000), new BigDecimal("1.0")),
            new Tier(null, new BigDecimal("0.75")));

    /** The percentage points above the benchmark for loans up to that size; absent for any larger one. */
    public record Tier(@Nullable BigDecimal upTo, BigDecimal spread) {}

    public MarginSettings {
        Map<String, BigDecimal> all = new HashMap<>(USUAL);
        all.putAll(benchmarks);
        benchmarks = new TreeMap<>(all);
        tiers = tiers.isEmpty() ? USUAL_TIERS : List.copyOf(tiers);
    }

    /** In percent a year; absent for a currency without benchmark. */
    @Nullable
    BigDecimal rate(String currency, BigDecimal loan) {
        BigDecimal benchmark = benchmarks.get(currency);
        return benchmark == null
                ? null
                : tiers.stream()
                        .filter(tier -> tier.upTo() == null || loan.compareTo(tier.upTo()) <= 0)
                        .findFirst()
                        .map(tier -> benchmark.add(tier.spread()))
                        .orElse(null);
    }
}
