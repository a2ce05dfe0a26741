package io.dividendsomatic.ingestion.source.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps requests below limits such as "one a second and ten a minute", by waiting. Safe for several threads. */
public final class Pace {
    private final List<Limit> limits;
    private final Clock clock;
    private final Pause pause;
    private final Deque<Instant> asked = new ArrayDeque<>();
    private final int longest;

    /** At most that many requests in any stretch of that length. */
    public record Limit(int requests, Duration in) {
        public Limit {
            if (requests < 1 || !in.isPositive()) {
                throw new IllegalArgumentException("a limit lets requests through: " + requests + " in " + in);
            }
        }
    }

    public Pace(List<Limit> limits, Clock clock, Pause pause) {
        this.limits = List.copyOf(limits);
        this.clock = clock;
        this.pause = pause;
        this.longest = limits.stream().mapToInt(Limit::requests).max().orElse(0);
    }

    /** Waits until one more request is within all limits, and counts it. */
    public synchronized void await() {
        Instant now = clock.instant();
        Instant free = now;
        for (Limit limit : limits) {
            Instant earliest = earliest(limit);
            free = earliest.isAfter(free) ? earliest : free;
        }
        if (free.isAfter(now)) {
            pause.take(Duration.between(now, free));
        }
        asked.addFirst(free);
        while (asked.size() > longest) {
            asked.removeLast();
        }
    }

    private Instant earliest(Limit limit) {
        return asked.stream()
                .skip(limit.requests() - 1L)
                .findFirst()
                .map(then -> then.plus(limit.in()))
                .orElse(Instant.MIN);
    }
}
