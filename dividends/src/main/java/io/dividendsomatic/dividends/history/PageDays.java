package io.dividendsomatic.dividends.history;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The days whose lines a page of a list by date shows.
 *
 * @param before lines of these days that stand on earlier pages
 */
record PageDays(Period days, int before) {

    /**
     * Nothing where the list ends before the page.
     *
     * @param lines of each day
     */
    static Optional<PageDays> of(SortedMap<LocalDate, Integer> lines, long skipped, int size) {
        LocalDate first = null;
        int before = 0;
        long seen = 0;
        for (Map.Entry<LocalDate, Integer> day : lines.entrySet()) {
            long after = seen + day.getValue();
            if (first == null && after > skipped) {
                first = day.getKey();
                before = (int) (skipped - seen);
            }
            if (first != null && after >= skipped + size) {
                return Optional.of(new PageDays(new Period(first, day.getKey()), before));
            }
            seen = after;
        }
        return first == null ? Optional.empty() : Optional.of(new PageDays(new Period(first, lines.lastKey()), before));
    }
}
