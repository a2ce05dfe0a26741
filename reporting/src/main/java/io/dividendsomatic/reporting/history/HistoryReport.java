package io.dividendsomatic.reporting.history;

import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.AccountDay;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Value and cost as a series, with the eras in which they are equally good. Every day shows what was last known of each
 * account, and says how good that is.
 *
 * @param from the first day that is shown: none before anything is known; absent, like {@code to}, where nothing is
 * @param points at the ends of the intervals and on the last day
 * @param unresolved what no point has
 */
public record HistoryReport(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        CurrencyCode currency,
        Interval interval,
        List<Point> points,
        List<Era> eras,
        List<Missing> unresolved)
        implements Report {

    public HistoryReport {
        points = List.copyOf(points);
        eras = List.copyOf(eras);
        unresolved = List.copyOf(unresolved);
    }

    /** The last day. */
    @Override
    public @Nullable LocalDate asOf() {
        return to;
    }

    /**
     * What all accounts came to at the end of a day.
     *
     * @param estimated the part of the value for which cost stands, since no price is known
     * @param cash absent before any file tells of some
     * @param netInvested what had come from outside until then: deposits, withdrawals, transfers, and what was first seen
     *     though no booking tells how it came, units at their cost
     * @param incomplete why something that is held is in no figure of the day: so it is not to be compared with others
     */
    public record Point(
            LocalDate date,
            BigDecimal marketValue,
            BigDecimal costBasis,
            BigDecimal unrealizedPnl,
            BigDecimal estimated,
            @Nullable BigDecimal cash,
            BigDecimal netValue,
            BigDecimal netInvested,
            Set<Reason> incomplete,
            Quality quality) {

        public Point {
            incomplete = Collections.unmodifiableSet(new TreeSet<>(incomplete));
        }
    }

    /** Points in a row of one quality. */
    public record Era(LocalDate from, LocalDate to, Quality quality) {}

    /** @param tracks of all accounts */
    static HistoryReport of(
            List<Track> tracks,
            Optional<LocalDate> asked,
            LocalDate to,
            Interval interval,
            Instant knownAt,
            CurrencyCode currency) {
        LocalDate known = tracks.stream()
                .filter(track -> !track.days().isEmpty())
                .map(track -> track.days().firstKey())
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (known == null || known.isAfter(to)) {
            return new HistoryReport(null, null, knownAt, currency, interval, List.of(), List.of(), List.of());
        }
        LocalDate from = asked.filter(day -> day.isAfter(known)).orElse(known);
        List<Point> points = new ArrayList<>();
        for (LocalDate day : interval.days(from, to)) {
            points.add(point(tracks, day));
        }
        return new HistoryReport(
                from, to, knownAt, currency, interval, points, eras(points), Missing.of(external(tracks, to)));
    }

    private static List<Converted> external(List<Track> tracks, LocalDate to) {
        return tracks.stream()
                .flatMap(track -> track.external().stream())
                .filter(flow -> !flow.date().isAfter(to))
                .toList();
    }

    private static Point point(List<Track> tracks, LocalDate day) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal estimated = BigDecimal.ZERO;
        BigDecimal unrealized = BigDecimal.ZERO;
        BigDecimal cash = null;
        Set<Reason> incomplete = new TreeSet<>();
        Quality quality = Quality.ACTUAL;
        BigDecimal invested = BigDecimal.ZERO;
        for (Track track : tracks) {
            invested = invested.add(track.investedUntil(day));
            AccountDay on = track.on(day).orElse(null);
            if (on != null) {
                value = value.add(on.value());
                cost = cost.add(on.cost());
                unrealized = unrealized.add(on.unrealized());
                incomplete.addAll(on.incomplete());
                estimated = estimated.add(on.estimated());
                cash = on.cash() == null ? cash : cash == null ? on.cash() : cash.add(on.cash());
                quality = quality.worse(on.quality(day));
            }
        }
        return new Point(
                day,
                value,
                cost,
                unrealized,
                estimated,
                cash,
                cash == null ? value : value.add(cash),
                invested,
                incomplete,
                quality);
    }

    private static List<Era> eras(List<Point> points) {
        List<Era> eras = new ArrayList<>();
        for (Point point : points) {
            boolean goesOn = !eras.isEmpty() && eras.getLast().quality() == point.quality();
            LocalDate since = goesOn ? eras.removeLast().from() : point.date();
            eras.add(new Era(since, point.date(), point.quality()));
        }
        return eras;
    }
}
