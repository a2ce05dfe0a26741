package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import io.dividendsomatic.reporting.performance.MoneyWeighted.Dated;
import io.dividendsomatic.reporting.performance.PerformanceReport.Kind;
import io.dividendsomatic.reporting.performance.PerformanceReport.MoneyRate;
import io.dividendsomatic.reporting.performance.PerformanceReport.Rate;
import io.dividendsomatic.reporting.performance.PerformanceReport.Remark;
import io.dividendsomatic.reporting.performance.PerformanceReport.Remarkable;
import io.dividendsomatic.reporting.performance.PerformanceReport.UsedFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures the performance of accounts together over a time. */
final class Measurement {
    private static final String LINKED = "linked Modified Dietz, a flow at the end of its day";
    private static final String XIRR = "XIRR, 365 days a year";
    private static final int YEAR = 365;

    private final List<Measured> accounts;
    private final LocalDate from;
    private final LocalDate to;
    private final List<UsedFlow> flows;

    private Measurement(List<Measured> accounts, LocalDate from, LocalDate to) {
        this.accounts = accounts;
        this.from = from;
        this.to = to;
        this.flows = accounts.stream()
                .flatMap(account -> account.used(from, to).stream())
                .sorted(Comparator.comparing(UsedFlow::date).thenComparing(UsedFlow::kind))
                .toList();
    }

    static PerformanceReport of(
            List<Track> tracks,
            Optional<LocalDate> asked,
            LocalDate to,
            Instant knownAt,
            CurrencyCode currency,
            @Nullable Benchmark benchmark) {
        List<Measured> accounts =
                tracks.stream().flatMap(track -> Measured.of(track).stream()).toList();
        List<Remark> remarks = new ArrayList<>(never(tracks));
        LocalDate known = accounts.stream()
                .map(Measured::begins)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (known == null || known.isAfter(to)) {
            return nothing(knownAt, currency, remarks);
        }
        boolean isLater = asked.map(day -> day.isBefore(known))
                .orElseGet(() -> tracks.stream()
                        .anyMatch(track -> !track.days().isEmpty()
                                && track.days().firstKey().isBefore(known)));
        if (isLater) {
            remarks.addFirst(new Remark(Remarkable.NOTHING_TO_VALUE_BEFORE, null, null, known, Set.of()));
        }
        LocalDate from = asked.filter(day -> day.isAfter(known)).orElse(known);
        return new Measurement(accounts, from, to).report(knownAt, currency, benchmark, remarks);
    }

    private static List<Remark> never(List<Track> tracks) {
        return tracks.stream()
                .filter(track -> !track.days().isEmpty() && track.begins().isEmpty())
                .map(track ->
                        new Remark(Remarkable.NEVER_VALUED, track.account().toString(), null, null, Set.of()))
                .toList();
    }

    private static PerformanceReport nothing(Instant knownAt, CurrencyCode currency, List<Remark> remarks) {
        BigDecimal zero = BigDecimal.ZERO;
        return new PerformanceReport(
                null,
                null,
                knownAt,
                currency,
                zero,
                zero,
                zero,
                zero,
                null,
                null,
                List.of(),
                null,
                Quality.ACTUAL,
                remarks,
                List.of());
    }

    private PerformanceReport report(
            Instant knownAt, CurrencyCode currency, @Nullable Benchmark benchmark, List<Remark> remarks) {
        BigDecimal start = netValue(from);
        BigDecimal end = netValue(to);
        BigDecimal net = flows.stream().map(flow -> flow.amount().negate()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<UsedFlow> all = new ArrayList<>();
        all.add(UsedFlow.of(from, Kind.START_VALUE, null, start.negate()));
        all.addAll(flows);
        all.add(UsedFlow.of(to, Kind.END_VALUE, null, end));
        accounts.forEach(account -> account.incomplete(from, to).ifPresent(remarks::add));
        accounts.forEach(account -> account.withoutValue(from, to).ifPresent(remarks::add));
        List<Converted> external =
                accounts.stream().flatMap(account -> account.external(from, to)).toList();
        return new PerformanceReport(
                from,
                to,
                knownAt,
                currency,
                start,
                end,
                net,
                end.subtract(start).subtract(net),
                timeWeighted(),
                MoneyWeighted.of(all.stream()
                                .map(flow -> new Dated(flow.date(), flow.amount()))
                                .toList())
                        .map(yearly -> new MoneyRate(yearly, XIRR))
                        .orElse(null),
                all,
                benchmark == null ? null : Comparison.of(benchmark, from, to).orElse(null),
                quality(from).worse(quality(to)).worse(Quality.of(external)),
                remarks,
                Missing.of(external));
    }

    private @Nullable Rate timeWeighted() {
        NavigableMap<LocalDate, BigDecimal> values = new TreeMap<>();
        for (LocalDate day : freshDays()) {
            values.put(day, netValue(day));
        }
        NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        flows.forEach(flow -> sums.merge(flow.date(), flow.amount().negate(), BigDecimal::add));
        TimeWeighted measured = TimeWeighted.of(values, sums);
        if (measured.subPeriods() == 0) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(from, to);
        return new Rate(
                measured.factor().subtract(BigDecimal.ONE).setScale(MoneyWeighted.DECIMALS, RoundingMode.HALF_UP),
                days < YEAR
                        ? null
                        : MoneyWeighted.yearly(measured.factor(), days).orElse(null),
                LINKED,
                measured.subPeriods(),
                measured.without());
    }

    /** Both ends, and between them the days on which anything changed and everything has a fresh value. */
    private SortedSet<LocalDate> freshDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        accounts.forEach(account -> days.addAll(
                account.track().days().subMap(from, false, to, false).keySet()));
        days.removeIf(day -> accounts.stream().anyMatch(account -> !account.isFresh(day)));
        days.add(from);
        days.add(to);
        return days;
    }

    private BigDecimal netValue(LocalDate day) {
        return accounts.stream().map(account -> account.netValue(day)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Quality quality(LocalDate day) {
        return accounts.stream().map(account -> account.quality(day)).reduce(Quality.ACTUAL, Quality::worse);
    }
}
