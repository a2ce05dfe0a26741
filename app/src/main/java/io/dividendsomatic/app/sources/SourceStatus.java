package io.dividendsomatic.app.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.SourceRefusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as a person sees it.
 *
 * @param runs looks that were begun; a poll is over when this has grown and the state is not RUNNING
 * @param lastRun absent before the first one; of a source that is watched all the time, the last look that was asked for,
 *     brought anything or failed
 * @param nextRunAt absent when it is asked by hand only, or is not available
 * @param failuresInARow looks that failed since the last one that did not
 * @param refused what it left where it was, the newest first; the journal has what came as far as the intake
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceStatus(
        String name,
        State state,
        Asked asked,
        long runs,
        @Nullable Run lastRun,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextRunAt,
        int failuresInARow,
        @Nullable Progress progress,
        List<Refusal> refused) {

    /** {@code UNAVAILABLE}: what its settings name is not there, such as a folder. */
    public enum State {
        RUNNING,
        WAITING,
        BACKING_OFF,
        BY_HAND,
        UNAVAILABLE
    }

    /** When it is asked: by a cron expression in a zone, late by up to jitter, or again and again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @Nullable String cron,
            @Nullable ZoneId zone,
            @Nullable Duration jitter,
            @Nullable Duration every) {
        static Asked of(Plan plan) {
            return switch (plan) {
                case Plan.Timed timed -> new Asked(timed.cron(), timed.zone(), timed.jitter(), null);
                case Plan.Watched watched -> new Asked(null, null, null, watched.every());
            };
        }
    }

    /** A look. While it is under way, its counts are those of the one before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            Instant startedAt,
            @Nullable Instant endedAt,
            int taken,
            int known,
            int refused,
            Outcome.@Nullable Problem problem) {}

    static SourceStatus of(PlannedSource source, SourceState known, List<Refusal> refused) {
        State state = state(source, known);
        boolean hasNext = state != State.UNAVAILABLE;
        return new SourceStatus(
                source.name(),
                state,
                Asked.of(source.plan()),
                known.runs(),
                lastRun(known),
                known.succeededAt(),
                hasNext ? known.nextRunAt() : null,
                known.failures(),
                known.progress().equals(Progress.NONE) ? null : known.progress(),
                refused);
    }

    private static State state(PlannedSource source, SourceState known) {
        if (known.running()) {
            return State.RUNNING;
        }
        if (!source.source().available()) {
            return State.UNAVAILABLE;
        }
        if (source.plan() instanceof Plan.Timed && known.nextRunAt() == null) {
            return State.BY_HAND;
        }
        return known.failures() > 0 ? State.BACKING_OFF : State.WAITING;
    }

    private static @Nullable Run lastRun(SourceState known) {
        Instant startedAt = known.startedAt();
        Fetched fetched = known.fetched();
        return startedAt == null
                ? null
                : new Run(
                        startedAt,
                        known.endedAt(),
                        fetched.taken(),
                        fetched.known(),
                        fetched.refused(),
                        known.problem());
    }
}
