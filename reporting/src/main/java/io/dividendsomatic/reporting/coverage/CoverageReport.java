package io.dividendsomatic.reporting.coverage;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What is known of each account up to a day, and how old it is. */
public record CoverageReport(LocalDate asOf, Instant knownAt, List<OfAccount> accounts) {
    /** Weekends with holidays are no gap: more than so many days from one reported day to the next are. */
    static final int SNAPSHOT_GAP_DAYS = 7;
    /** More than a year and a month without any dividend, for an account that had some. */
    static final int DIVIDEND_GAP_DAYS = 400;

    private static final BigDecimal TRADING_DAYS = BigDecimal.valueOf(252);
    private static final BigDecimal DAYS = BigDecimal.valueOf(365);
    private static final int SHARE_DECIMALS = 4;

    public CoverageReport {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account.
     *
     * @param firstDay of which anything is known, like {@code lastDay}; absent where nothing is
     * @param daysOld from the last day of which anything is known to the day of the question
     * @param snapshots days of which the broker reported the positions
     * @param snapshotShare of the trading days from the first to the last of them, 252 a year; may exceed 1
     * @param snapshotGaps the days without a report between two that have one, where they are far apart
     * @param dividendGaps likewise between two days on which dividends were paid
     */
    public record OfAccount(
            AccountId account,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Long daysOld,
            int snapshots,
            @Nullable LocalDate firstSnapshot,
            @Nullable LocalDate lastSnapshot,
            @Nullable BigDecimal snapshotShare,
            List<Period> snapshotGaps,
            List<Period> dividendGaps) {

        public OfAccount {
            snapshotGaps = List.copyOf(snapshotGaps);
            dividendGaps = List.copyOf(dividendGaps);
        }

        static OfAccount of(
                AccountId account,
                LocalDate asOf,
                SortedSet<LocalDate> known,
                SortedSet<LocalDate> reported,
                SortedSet<LocalDate> dividends) {
            LocalDate last = known.isEmpty() ? null : known.last();
            return new OfAccount(
                    account,
                    known.isEmpty() ? null : known.first(),
                    last,
                    last == null ? null : ChronoUnit.DAYS.between(last, asOf),
                    reported.size(),
                    reported.isEmpty() ? null : reported.first(),
                    reported.isEmpty() ? null : reported.last(),
                    share(reported),
                    gaps(reported, SNAPSHOT_GAP_DAYS),
                    gaps(dividends, DIVIDEND_GAP_DAYS));
        }
    }

    /** Absent where no trading day lies between. */
    private static @Nullable BigDecimal share(SortedSet<LocalDate> reported) {
        if (reported.size() < 2) {
            return null;
        }
        BigDecimal expected = BigDecimal.valueOf(ChronoUnit.DAYS.between(reported.first(), reported.last()) + 1)
                .multiply(TRADING_DAYS)
                .divide(DAYS, 0, RoundingMode.HALF_UP);
        return expected.signum() == 0
                ? null
                : BigDecimal.valueOf(reported.size()).divide(expected, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<Period> gaps(SortedSet<LocalDate> days, int most) {
        List<Period> gaps = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : days) {
            if (before != null && ChronoUnit.DAYS.between(before, day) > most) {
                gaps.add(new Period(before.plusDays(1), day.minusDays(1)));
            }
            before = day;
        }
        return gaps;
    }
}
