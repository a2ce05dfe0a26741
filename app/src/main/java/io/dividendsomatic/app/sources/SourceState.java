package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source.
 *
 * @param running some node asks it just now
 * @param nextRunAt absent when it is asked by hand only
 * @param runs looks that were begun
 * @param startedAt of the last look; of a watched source, of the last one that was asked for, brought anything or failed
 * @param endedAt of that look; absent while one is under way
 * @param failures looks in a row that failed
 */
record SourceState(
        boolean running,
        @Nullable Instant nextRunAt,
        long runs,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant succeededAt,
        Fetched fetched,
        int failures,
        Outcome.@Nullable Problem problem,
        Progress progress) {
    static final SourceState NEW =
            new SourceState(false, null, 0, null, null, null, Fetched.NOTHING, 0, null, Progress.NONE);

    SourceState withProgress(Progress newer) {
        return new SourceState(
                running, nextRunAt, runs, startedAt, endedAt, succeededAt, fetched, failures, problem, newer);
    }

    SourceState asRunning() {
        return new SourceState(
                true, nextRunAt, runs, startedAt, endedAt, succeededAt, fetched, failures, problem, progress);
    }

    /** With the times and counts of another look. */
    SourceState withRunOf(SourceState other) {
        return new SourceState(
                running,
                nextRunAt,
                runs,
                other.startedAt,
                other.endedAt,
                succeededAt,
                other.fetched,
                failures,
                problem,
                progress);
    }
}
