package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The day of a report of which units may be news: the first one, since what came before it need not be told; and each one with a
 * day since the one before it of which no file tells the bookings. Where files tell all of these days, a report that states
 * more than they come to contradicts them. Which days these are depends on the set of files, not on their order; an older
 * report that comes later takes nothing away, unless files tell all days from it on. Nothing is booked on weekends.
 */
public record OpeningDay(LocalDate day, @Nullable LocalDate previous) {

    /** @param told the days that files with bookings cover */
    public static List<OpeningDay> among(SortedSet<LocalDate> reported, Collection<Period> told) {
        NavigableMap<LocalDate, LocalDate> covered = new TreeMap<>();
        told.forEach(
                period -> covered.merge(period.from(), period.to(), (one, other) -> one.isAfter(other) ? one : other));
        NavigableMap<LocalDate, LocalDate> all = joined(covered);
        List<OpeningDay> opening = new ArrayList<>();
        LocalDate previous = null;
        for (LocalDate day : reported) {
            if (previous == null || !areTold(previous.plusDays(1), day, all)) {
                opening.add(new OpeningDay(day, previous));
            }
            previous = day;
        }
        return opening;
    }

    /** Periods that overlap or follow each other, as one. */
    private static NavigableMap<LocalDate, LocalDate> joined(NavigableMap<LocalDate, LocalDate> periods) {
        NavigableMap<LocalDate, LocalDate> all = new TreeMap<>();
        periods.forEach((from, to) -> {
            Map.Entry<LocalDate, LocalDate> last = all.lastEntry();
            if (last != null && !from.isAfter(last.getValue().plusDays(1))) {
                all.put(last.getKey(), to.isAfter(last.getValue()) ? to : last.getValue());
            } else {
                all.put(from, to);
            }
        });
        return all;
    }

    private static boolean areTold(LocalDate from, LocalDate to, NavigableMap<LocalDate, LocalDate> told) {
        LocalDate day = from;
        while (!day.isAfter(to)) {
            Map.Entry<LocalDate, LocalDate> period = told.floorEntry(day);
            if (period != null && !period.getValue().isBefore(day)) {
                day = period.getValue().plusDays(1);
            } else if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                day = day.plusDays(1);
            } else {
                return false;
            }
        }
        return true;
    }
}
