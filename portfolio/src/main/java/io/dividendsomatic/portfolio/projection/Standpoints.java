package io.dividendsomatic.portfolio.projection;

import io.dividendsomatic.portfolio.projection.Progress.Mark;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets a question look at everything from one place, the newest one. */
@Component
public class Standpoints {

    /**
     * Later than anything is told, and still a time that databases know. Who asks by it gets whatever is known by then; by
     * the time of the question it would be a look into the past as soon as something comes while it is answered.
     */
    public static final Instant WHATEVER_IS_KNOWN = Instant.parse("9999-12-31T00:00:00Z");

    private final Progress progress;
    private final Clock clock;
    private volatile Standpoint newest = new Standpoint(new Mark("", Instant.EPOCH));

    Standpoints(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** To be closed by the same thread. */
    public Standpoint.Visit visit() {
        return new Standpoint.Visit(this::newest, clock);
    }

    /** What was answered elsewhere goes with the last one who stands there. */
    private Standpoint newest() {
        Mark now = progress.now();
        Standpoint known = newest;
        if (known.mark().equals(now)) {
            return known;
        }
        Standpoint fresh = new Standpoint(now);
        newest = fresh;
        return fresh;
    }
}
