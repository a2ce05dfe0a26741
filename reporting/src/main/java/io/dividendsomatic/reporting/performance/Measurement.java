package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.AccountDay;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import io.dividendsomatic.reporting.performance.MoneyWeighted.Dated;
import io.dividendsomatic.reporting.performance.PerformanceReport.Kind;
import io.dividendsomatic.reporting.performance.PerformanceReport.MoneyRate;
import io.dividendsomatic.reporting.performance.PerformanceReport.Rate;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures the performance of accounts together over a time. */
final class Measurement {
    private static final String LINKED = "linked Modified Dietz, a flow at the end of its day";
    private static final String XIRR = "XIRR, 365 days a year";
    private static final int YEAR = 365;

    private final List<Track> tracks;
    private final LocalDate from;
    private final LocalDate to;
    private final List<UsedFlow> flows;

    private Measurement(List<Track> tracks, LocalDate from, LocalDate to) {
        this.tracks = tracks;
        this.from = from;
        this.to = to;
        this.flows = used();
    }

    static PerformanceReport of(
            List<Track> tracks,
            Optional<LocalDate> asked,
            LocalDate to,
            Instant knownAt,
            CurrencyCode currency,
            @Nullable Benchmark benchmark) {
        LocalDate known = tracks.stream()
                .filter(track -> !track.days().isEmpty())
                .map(track -> track.days().firstKey())
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (known == null || known.isAfter(to)) {
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
                    List.of());
        }
        LocalDate from = asked.filter(day -> day.isAfter(known)).orElse(known);
        return new Measurement(tracks, from, to).report(knownAt, currency, benchmark);
    }

    private PerformanceReport report(Instant knownAt, CurrencyCode currency, @Nullable Benchmark benchmark) {
        BigDecimal start = netValue(from);
        BigDecimal end = netValue(to);
        BigDecimal net = flows.stream().map(flow -> flow.amount().negate()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<UsedFlow> all = new ArrayList<>();
        all.add(new UsedFlow(from, Kind.START_VALUE, null, start.negate()));
        all.addAll(flows);
        all.add(new UsedFlow(to, Kind.END_VALUE, null, end));
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
                quality(from).worse(quality(to)),
                Missing.of(external()));
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

    /** Both ends, and between them the days on which anything changed and no account that holds something is stale. */
    private SortedSet<LocalDate> freshDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        tracks.forEach(
                track -> days.addAll(track.days().subMap(from, false, to, false).keySet()));
        days.removeIf(
                day -> tracks.stream().flatMap(track -> track.on(day).stream()).anyMatch(on -> isStale(on, day)));
        days.add(from);
        days.add(to);
        return days;
    }

    private static boolean isStale(AccountDay on, LocalDate day) {
        LocalDate priced = on.pricedOn();
        return priced != null && priced.plusDays(Quality.STALE_AFTER_DAYS).isBefore(day);
    }

    private BigDecimal netValue(LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .map(AccountDay::netValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Quality quality(LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .map(on -> on.quality(day))
                .reduce(Quality.ACTUAL, Quality::worse);
    }

    private List<Converted> external() {
        return tracks.stream()
                .flatMap(track -> track.flows().stream())
                .filter(flow -> flow.kind().isExternal())
                .filter(flow -> flow.date().isAfter(from) && !flow.date().isAfter(to))
                .toList();
    }

    /** What came until an account was first seen is part of what it was worth then. */
    private List<UsedFlow> used() {
        List<UsedFlow> used = new ArrayList<>();
        for (Track track : tracks) {
            LocalDate first = track.days().isEmpty() ? null : track.days().firstKey();
            if (first != null && first.isAfter(from) && !first.isAfter(to)) {
                BigDecimal opening = track.opening();
                if (opening.signum() != 0) {
                    used.add(
                            new UsedFlow(first, Kind.FIRST_SEEN, track.account().toString(), opening.negate()));
                }
            }
        }
        external().stream()
                .filter(flow -> flow.orZero().signum() != 0)
                .map(flow -> new UsedFlow(
                        flow.date(),
                        Kind.valueOf(flow.kind().name()),
                        flow.account().toString(),
                        flow.orZero().negate()))
                .forEach(used::add);
        used.sort(Comparator.comparing(UsedFlow::date).thenComparing(UsedFlow::kind));
        return used;
    }
}
