package io.dividendsomatic.app.sources;

import io.dividendsomatic.app.sources.Outcome.Problem;
import java.time.Duration;

/**
 * How long a source that failed is left alone. What may pass by itself is tried again after one minute, then after twice
 * as long each time, up to an hour; what a person has to mend after one hour, up to a day, because asking more often would
 * only have the account locked. A poll by hand waits for nothing.
 */
final class BackOff {
    private static final Duration PASSING = Duration.ofMinutes(1);
    private static final Duration PASSING_AT_MOST = Duration.ofHours(1);
    private static final Duration LASTING = Duration.ofHours(1);
    private static final Duration LASTING_AT_MOST = Duration.ofDays(1);
    private static final int MAX_DOUBLINGS = 10;

    private BackOff() {}

    /**
     * @param failures in a row, this one counted
     */
    static Duration after(Problem problem, int failures) {
        Duration first = problem.lasting() ? LASTING : PASSING;
        Duration atMost = problem.lasting() ? LASTING_AT_MOST : PASSING_AT_MOST;
        Duration rest = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MAX_DOUBLINGS));
        return rest.compareTo(atMost) < 0 ? rest : atMost;
    }
}
