package io.dividendsomatic.portfolio.projection;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which what was told did not count.
 *
 * @param until when it counted again; absent while it does not
 */
public record Absence(Instant from, @Nullable Instant until) {

    public boolean covers(Instant knownAt) {
        return !from.isAfter(knownAt) && (until == null || until.isAfter(knownAt));
    }

    /** When it began, and when it ended. */
    public Stream<Instant> turns() {
        return Stream.concat(Stream.of(from), Stream.ofNullable(until));
    }

    public static boolean anyCovers(List<Absence> absences, Instant knownAt) {
        return absences.stream().anyMatch(absence -> absence.covers(knownAt));
    }
}
