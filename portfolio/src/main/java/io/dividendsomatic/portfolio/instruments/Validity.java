package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days on which an alias means an instrument, both ends included; an absent end has no bound. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Validity ALWAYS = new Validity(null, null);

    /** Throws IllegalArgumentException, whose message a person can read. */
    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("it ends on or after its first day: " + from + " to " + to);
        }
    }

    public boolean overlaps(Validity other) {
        return !isAfter(from, other.to) && !isAfter(other.from, to);
    }

    /** Whether all of the days lie in it; of days that nobody tells, only when it has no bound. */
    boolean covers(@Nullable Period days) {
        return days == null ? equals(ALWAYS) : !isAfter(from, days.from()) && !isAfter(days.to(), to);
    }

    /** The days cut before each first day and after each last one, in order. */
    static List<Period> stretches(Collection<Validity> validities, Period days) {
        NavigableSet<LocalDate> begins = new TreeSet<>();
        for (Validity validity : validities) {
            if (validity.from != null) {
                begins.add(validity.from);
            }
            if (validity.to != null && validity.to.isBefore(days.to())) {
                begins.add(validity.to.plusDays(1));
            }
        }
        List<Period> stretches = new ArrayList<>();
        LocalDate from = days.from();
        for (LocalDate next : begins.tailSet(days.from(), false)) {
            if (!next.isAfter(days.to())) {
                stretches.add(new Period(from, next.minusDays(1)));
                from = next;
            }
        }
        stretches.add(new Period(from, days.to()));
        return stretches;
    }

    private static boolean isAfter(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && first.isAfter(last);
    }
}
