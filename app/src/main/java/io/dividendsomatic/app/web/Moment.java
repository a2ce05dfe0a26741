package io.dividendsomatic.app.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a question.
 *
 * @param asOf the day that it is about; today in UTC when it names none
 * @param knownAt when the answer was known; now when it names none
 */
record Moment(LocalDate asOf, Instant knownAt) {

    static Moment of(@Nullable LocalDate asOf, @Nullable Instant knownAt, Clock clock) {
        Instant now = clock.instant();
        return new Moment(
                asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC), knownAt != null ? knownAt : now);
    }
}
