package io.dividendsomatic.dividends.income;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** How often an instrument pays. */
public enum Frequency {
    MONTHLY(12),
    QUARTERLY(4),
    SEMI_ANNUAL(2),
    ANNUAL(1),
    /** Dates are known and fit none of the others, as those of a weekly payer. */
    IRREGULAR(0),
    /** Fewer than two dates are known. */
    UNKNOWN(0);

    /** Older dates say how it used to pay, or stand before a time without the instrument. */
    private static final int YEARS_LOOKED_AT = 3;

    /** What comes more often, comes more often than twelve times a year. */
    private static final long MONTHLY_FROM_DAYS = 20;

    private final int paymentsPerYear;

    Frequency(int paymentsPerYear) {
        this.paymentsPerYear = paymentsPerYear;
    }

    /** Zero where nothing can be expected. */
    public int paymentsPerYear() {
        return paymentsPerYear;
    }

    public boolean isRegular() {
        return paymentsPerYear > 0;
    }

    /**
     * By the average gap between the distinct dates of the three years up to a day, in days: from 20 and below 50 monthly,
     * 120 quarterly, 220 semi-annual, 420 annual. Several payments on one date are one date.
     */
    public static Frequency of(Collection<LocalDate> dates, LocalDate asOf) {
        List<LocalDate> distinct = new TreeSet<>(dates)
                .stream().filter(date -> !date.isAfter(asOf)).toList();
        if (distinct.size() < 2) {
            return UNKNOWN;
        }
        LocalDate from = asOf.minusYears(YEARS_LOOKED_AT);
        List<LocalDate> recent =
                distinct.stream().filter(date -> date.isAfter(from)).toList();
        List<LocalDate> seen = recent.size() < 2 ? distinct.subList(distinct.size() - 2, distinct.size()) : recent;
        long days = ChronoUnit.DAYS.between(seen.getFirst(), seen.getLast());
        int gaps = seen.size() - 1;
        if (days < MONTHLY_FROM_DAYS * gaps) {
            return IRREGULAR;
        }
        return days < 50L * gaps
                ? MONTHLY
                : days < 120L * gaps
                        ? QUARTERLY
                        : days < 220L * gaps ? SEMI_ANNUAL : days < 420L * gaps ? ANNUAL : IRREGULAR;
    }
}
