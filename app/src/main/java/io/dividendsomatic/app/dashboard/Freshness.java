package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest statement of an account is.
 *
 * @param lastDay absent when no file told a day of it
 * @param days from that day to the one that is looked at
 * @param isOld a statement a month is what most brokers give
 */
record Freshness(
        AccountId account,
        @Nullable LocalDate lastDay,
        @Nullable Long days,
        boolean isOld,
        long files) {
    private static final int MONTH = 35;

    /** Those of the accounts looked at, the oldest first. */
    static List<Freshness> of(Collection<Accounts.Summary> summaries, Look look) {
        return summaries.stream()
                .filter(summary -> look.accounts().isEmpty() || look.has(summary.account()))
                .map(summary -> of(summary, look.asOf()))
                .sorted(Comparator.comparing(Freshness::days, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    static boolean isOld(@Nullable Long days) {
        return days == null || days > MONTH;
    }

    private static Freshness of(Accounts.Summary summary, LocalDate asOf) {
        LocalDate last = summary.lastDate();
        Long days = last == null ? null : ChronoUnit.DAYS.between(last, asOf);
        return new Freshness(summary.account(), last, days, isOld(days), summary.files());
    }
}
