package io.dividendsomatic.app.config;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/**
 * Where processors of this program stopped: before which event, and why. It is kept in memory, for a program that starts
 * again tries again and finds out. What a processor has passed meanwhile is still in here.
 */
@Component
public class Failures {
    private final Clock clock;
    private final Map<String, Failure> newest = new ConcurrentHashMap<>();

    Failures(Clock clock) {
        this.clock = clock;
    }

    /**
     * The event that a processor could not take in.
     *
     * @param position its global index
     * @param since when it was tried first since the program started
     * @param attempts as many as were made since then
     */
    public record Failure(
            String processor, long position, Throwable error, Instant since, Instant lastTriedAt, int attempts) {}

    /** In no order that counts. */
    public List<Failure> newest() {
        return List.copyOf(newest.values());
    }

    void note(String processor, EventMessage<?> event, Throwable error) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            long position = tracked.trackingToken().position().orElse(0);
            Instant now = clock.instant();
            newest.compute(
                    processor,
                    (name, before) -> before == null || before.position() != position
                            ? new Failure(processor, position, error, now, now, 1)
                            : before.error().equals(error) // told by the handler, and again by the batch
                                    ? before
                                    : new Failure(
                                            processor, position, error, before.since(), now, before.attempts() + 1));
        }
    }

    /** Of an error that no handler threw, such as one of the database when everything was to be written. */
    void noteBatch(String processor, List<? extends EventMessage<?>> events, Throwable error) {
        Failure known = newest.get(processor);
        if (!events.isEmpty() && (known == null || !known.error().equals(error))) {
            note(processor, events.getFirst(), error);
        }
    }
}
