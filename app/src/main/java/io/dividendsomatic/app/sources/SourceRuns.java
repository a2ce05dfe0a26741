package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.StatementSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks each timed source when it is due, on a thread of its own, while it holds the source's lease. A program that runs for
 * one command asks only where the command does.
 */
@Component
class SourceRuns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRuns.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    /** Well within the lease, so that a slow database does not cost it. */
    private static final long RENEW_MILLIS = 5_000;

    private final SourceRegistry registry;
    private final SourceStates states;
    private final Clock clock;
    private final boolean oneCommand;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final Map<PlannedSource, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    SourceRuns(
            SourceRegistry registry,
            SourceStates states,
            Clock clock,
            @Value("${dividendsomatic.one-command:false}") boolean oneCommand) {
        this.registry = registry;
        this.states = states;
        this.clock = clock;
        this.oneCommand = oneCommand;
    }

    /** Whether a run began; not when some node asks the source already. */
    boolean startNow(PlannedSource source, Plan.Timed plan) {
        states.plan(source.name(), plan);
        return begin(source, plan, false);
    }

    @Scheduled(fixedDelay = 1_000)
    void askWhatIsDue() {
        if (!started || oneCommand) {
            return;
        }
        registry.timed().forEach((source, plan) -> {
            try {
                Instant next = states.find(source.name()).nextRunAt();
                if (next != null
                        && !next.isAfter(clock.instant())
                        && source.source().available()) {
                    begin(source, plan, true);
                }
            } catch (RuntimeException e) {
                LOG.error("The source {} could not be asked", source.name(), e);
            }
        });
    }

    @Scheduled(fixedDelay = RENEW_MILLIS)
    void keepLeases() {
        running.forEach((source, thread) -> {
            try {
                if (!states.goesOn(source.name(), source.source().progress()) && running.containsKey(source)) {
                    LOG.warn("The source {} took so long that another node may ask it; this look ends", source.name());
                    thread.interrupt();
                }
            } catch (RuntimeException e) {
                LOG.warn("The lease of {} could not be renewed: {}", source.name(), e.toString());
            }
        });
    }

    private boolean begin(PlannedSource source, Plan.Timed plan, boolean onlyIfDue) {
        if (!started || running.containsKey(source) || !states.begin(source.name(), onlyIfDue)) {
            return false;
        }
        Thread thread = Thread.ofVirtual().name(source.name()).unstarted(() -> run(source, plan));
        running.put(source, thread);
        thread.start();
        return true;
    }

    private void run(PlannedSource source, Plan.Timed plan) {
        try {
            Optional<Outcome> outcome = ask(source.source());
            boolean interrupted = Thread.interrupted(); // the database is asked once more
            if (outcome.isEmpty() || (interrupted && !started)) {
                states.giveBack(source.name());
            } else {
                end(source, plan, outcome.get());
            }
        } catch (RuntimeException e) {
            LOG.error("How the source {} ended could not be written down", source.name(), e);
        } finally {
            running.remove(source);
        }
    }

    /** Nothing when the program stops. */
    private Optional<Outcome> ask(StatementSource source) {
        try {
            return Optional.of(Outcome.brought(source.fetchOnce()));
        } catch (RuntimeException e) {
            if (!started) {
                return Optional.empty();
            }
            Outcome outcome = Outcome.failed(e);
            Outcome.Problem problem = outcome.problem();
            if (problem != null && !problem.code().equals("UNEXPECTED")) {
                LOG.warn("The source {} failed: {} {}", source.name(), problem.code(), problem.message());
            } else {
                LOG.error("The source {} failed", source.name(), e);
            }
            return Optional.of(outcome);
        }
    }

    private void end(PlannedSource source, Plan.Timed plan, Outcome outcome) {
        Progress progress = source.source().progress();
        int failures =
                outcome.problem() == null ? 0 : states.find(source.name()).failures() + 1;
        states.end(source.name(), outcome, progress, failures, next(plan, outcome, failures));
    }

    private @Nullable Instant next(Plan.Timed plan, Outcome outcome, int failures) {
        Instant now = clock.instant();
        Optional<Instant> planned = plan.next(now);
        if (planned.isEmpty()) {
            return null;
        }
        if (outcome.problem() == null) {
            return planned.get().plus(late(plan.jitter()));
        }
        Duration rest = BackOff.after(outcome.problem(), failures);
        Duration asked = outcome.after() == null ? Duration.ZERO : outcome.after();
        Instant again = now.plus(rest.compareTo(asked) < 0 ? asked : rest);
        boolean sooner = outcome.ofPart() && planned.get().isBefore(again);
        return (sooner ? planned.get() : again).plus(late(plan.jitter()));
    }

    private Duration late(Duration atMost) {
        return atMost.isZero() ? Duration.ZERO : Duration.ofMillis(chance.nextLong(atMost.toMillis() + 1));
    }

    @Override
    public void start() {
        registry.timed().forEach((source, plan) -> states.plan(source.name(), plan));
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        for (Thread thread : running.values()) {
            thread.interrupt();
        }
        for (Thread thread : running.values()) {
            try {
                thread.join(STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
