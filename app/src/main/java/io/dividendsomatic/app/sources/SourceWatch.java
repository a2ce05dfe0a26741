package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one source again and again, on a thread of its own: a slow source holds up nothing else. Each look that fails
 * doubles the rest before the next one, up to a minute.
 */
final class SourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

    private static final Duration REST_AT_MOST = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 10;

    private final StatementSource source;
    private final Duration every;
    private final boolean onlyWhenAsked;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile SourceState state = SourceState.NEW;
    private volatile boolean pending;
    private volatile @Nullable Thread watcher;

    SourceWatch(StatementSource source, Duration every, boolean onlyWhenAsked, Clock clock) {
        this.source = source;
        this.every = every;
        this.onlyWhenAsked = onlyWhenAsked;
        this.clock = clock;
    }

    void start() {
        watcher = Thread.ofPlatform().name(source.name()).daemon().start(this::watch);
    }

    void wake() {
        pending = true;
        wake.release();
    }

    /**
     * Running also from the moment when somebody asks. Times and counts are those of the last look that was asked for,
     * brought anything or failed; of one that found all as it was, only the success is told.
     */
    SourceState state() {
        SourceState known = state;
        return pending ? known.asRunning() : known;
    }

    private void watch() {
        boolean asked = false;
        while (!Thread.currentThread().isInterrupted()) {
            if ((asked || !onlyWhenAsked) && source.available()) {
                look(asked);
            } else {
                pending = false;
            }
            try {
                asked = rest();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether somebody has asked for the next look. */
    private boolean rest() throws InterruptedException {
        if (onlyWhenAsked) {
            wake.acquire();
        } else if (!wake.tryAcquire(rest(state.failures()).toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        wake.drainPermits();
        return true;
    }

    private void look(boolean asked) {
        SourceState before = state;
        Instant began = clock.instant();
        state = state(true, began, null, before.fetched(), before.failures(), before.problem());
        if (asked) {
            pending = false;
        }
        try {
            Fetched fetched = asked ? source.fetchOnce() : source.fetch();
            boolean idle = !asked && fetched.equals(Fetched.NOTHING) && before.endedAt() != null;
            SourceState well = state(false, began, clock.instant(), fetched, 0, null);
            state = idle && before.problem() == null ? well.withRunOf(before) : well;
        } catch (RuntimeException e) {
            Outcome outcome = Outcome.failed(e);
            tell(outcome.problem(), e);
            state = state(false, began, clock.instant(), outcome.fetched(), before.failures() + 1, outcome.problem());
        }
    }

    /** Once, and not with every look, as long as it is the same. */
    private void tell(Outcome.@Nullable Problem problem, RuntimeException cause) {
        if (Objects.equals(problem, state.problem())) {
            LOG.debug("The source {} failed again", source.name(), cause);
        } else if (cause instanceof SourceFailed) {
            LOG.warn("The source {} failed and is tried again: {}", source.name(), cause.getMessage());
        } else {
            LOG.error("The source {} failed and is tried again", source.name(), cause);
        }
    }

    private Duration rest(int failures) {
        Duration longer = every.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration atMost = every.compareTo(REST_AT_MOST) < 0 ? REST_AT_MOST : every;
        return longer.compareTo(atMost) < 0 ? longer : atMost;
    }

    private SourceState state(
            boolean running,
            Instant began,
            @Nullable Instant ended,
            Fetched fetched,
            int failures,
            Outcome.@Nullable Problem problem) {
        boolean well = ended != null && problem == null;
        return new SourceState(
                running,
                ended == null ? null : ended.plus(rest(failures)),
                running ? state.runs() + 1 : state.runs(),
                began,
                ended,
                well ? ended : state.succeededAt(),
                fetched,
                failures,
                problem,
                source.progress());
    }

    void stop() {
        Thread running = watcher;
        watcher = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
