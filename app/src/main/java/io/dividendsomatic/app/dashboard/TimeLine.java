package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.reporting.coverage.CoverageReport;
import io.dividendsomatic.reporting.coverage.CoverageReport.OfAccount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of every account along one line of time. Coordinates are whole steps of the picture.
 *
 * @param days from the first of which anything is known to the one looked at; absent where nothing is
 */
record TimeLine(@Nullable Period days, List<Strip> strips) {
    static final int WIDTH = 720;

    /** So that a day is seen among years. */
    private static final int NARROWEST = 2;

    /** What is drawn of a stretch of days, the later over the earlier. */
    enum Kind {
        KNOWN,
        REPORTED,
        GAP
    }

    /** An account that anything is known of. */
    record Strip(AccountId account, List<Stretch> stretches) {}

    /** From one x for a width. */
    record Stretch(Kind kind, Period days, int x, int width) {}

    static TimeLine of(CoverageReport report) {
        return report.accounts().stream()
                .flatMap(account -> Stream.ofNullable(account.firstDay()))
                .min(LocalDate::compareTo)
                .map(first -> new Period(first, report.asOf()))
                .map(days -> new TimeLine(
                        days,
                        report.accounts().stream()
                                .filter(account -> account.firstDay() != null)
                                .map(account -> new Strip(account.account(), stretches(account, days)))
                                .toList()))
                .orElse(new TimeLine(null, List.of()));
    }

    public boolean isEmpty() {
        return strips.isEmpty();
    }

    private static List<Stretch> stretches(OfAccount account, Period line) {
        List<Stretch> stretches = new ArrayList<>();
        between(Kind.KNOWN, account.firstDay(), account.lastDay(), line).forEach(stretches::add);
        between(Kind.REPORTED, account.firstSnapshot(), account.lastSnapshot(), line)
                .forEach(stretches::add);
        account.snapshotGaps().forEach(gap -> stretches.add(stretch(Kind.GAP, gap, line)));
        return List.copyOf(stretches);
    }

    private static Stream<Stretch> between(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to, Period line) {
        return from == null || to == null ? Stream.empty() : Stream.of(stretch(kind, new Period(from, to), line));
    }

    private static Stretch stretch(Kind kind, Period days, Period line) {
        int x = x(days.from(), line);
        int width = Math.max(NARROWEST, x(days.to().plusDays(1), line) - x);
        return new Stretch(kind, days, Math.min(x, WIDTH - width), width);
    }

    private static int x(LocalDate day, Period line) {
        return (int) (ChronoUnit.DAYS.between(line.from(), day)
                * WIDTH
                / (ChronoUnit.DAYS.between(line.from(), line.to()) + 1));
    }
}
