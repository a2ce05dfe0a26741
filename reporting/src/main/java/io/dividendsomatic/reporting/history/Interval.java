package io.dividendsomatic.reporting.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How far apart the points of a series are. */
public enum Interval {
    DAY,
    /** Sundays, by ISO 8601 the ends of weeks. */
    WEEK,
    /** The last days of months. */
    MONTH;

    /** The ends of all intervals, and the last day itself. */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = end(from); day.isBefore(to); day = end(day.plusDays(1))) {
            days.add(day);
        }
        days.add(to);
        return days;
    }

    private LocalDate end(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
