package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The two times of a question.
 *
 * @param asOf the day that it is about; today in UTC when it names none
 * @param knownAt when the answer was known; {@link Standpoints#WHATEVER_IS_KNOWN} when it names none
 */
public record Moment(LocalDate asOf, Instant knownAt) {

    /** What both databases can compare. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LAST_DAY.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);

    /** Throws ApiProblem for a time outside the years 1 to 9999. */
    public static Moment of(@Nullable LocalDate asOf, @Nullable Instant knownAt, Clock clock) {
        Instant now = clock.instant();
        Instant known = knownAt != null ? knownAt : Standpoints.WHATEVER_IS_KNOWN;
        LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (isOut(day) || known.isBefore(FIRST) || known.isAfter(LAST)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "asOf and knownAt lie in the years 1 to 9999");
        }
        return new Moment(day, known);
    }

    /** How an answer names it: what is known by now was known when it was looked up. */
    static @Nullable Instant named(@Nullable Instant knownAt, Clock clock) {
        if (!Standpoints.WHATEVER_IS_KNOWN.equals(knownAt)) {
            return knownAt;
        }
        Instant looked = Standpoint.since();
        return looked == null ? clock.instant() : looked;
    }

    /** Throws ApiProblem for a period that ends before it begins, or a day outside the years 1 to 9999. */
    public static void check(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (isOut(from) || isOut(to)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "from and to lie in the years 1 to 9999");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "from: it lies after to");
        }
    }

    /** The year asked for, else that of the day. Throws ApiProblem for one that no calendar has. */
    int year(@Nullable Integer asked) {
        int year = asked == null ? asOf.getYear() : asked;
        if (year < FIRST_DAY.getYear() || year > LAST_DAY.getYear()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "year: it lies between 1 and 9999");
        }
        return year;
    }

    private static boolean isOut(@Nullable LocalDate day) {
        return day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY));
    }
}
