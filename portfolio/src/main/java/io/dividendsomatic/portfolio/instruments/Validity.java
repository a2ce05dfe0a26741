package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
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

    private static boolean isAfter(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && first.isAfter(last);
    }
}
