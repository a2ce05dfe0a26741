package io.dividendsomatic.reporting.consolidated;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How far a report tells days: a year behind today, or behind the last day on which anything changed. A year with a digit
 * too much would have hundreds of thousands of them, of which nothing is known.
 */
@Component
public class Horizon {
    private final Clock clock;

    Horizon(Clock clock) {
        this.clock = clock;
    }

    /** The day itself, or the last one that is told. */
    public LocalDate bound(LocalDate asOf, Collection<Track> tracks) {
        LocalDate last = Stream.concat(
                        Stream.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        tracks.stream()
                                .filter(track -> !track.days().isEmpty())
                                .map(track -> track.days().lastKey()))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusYears(1);
        return asOf.isAfter(last) ? last : asOf;
    }
}
