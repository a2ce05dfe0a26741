package io.dividendsomatic.ingestion.source.web;

import io.dividendsomatic.ingestion.source.SourceFailed;
import java.time.Duration;

/** Waits; a test's does not. */
@FunctionalInterface
public interface Pause {
    Pause SLEEP = Thread::sleep;

    void rest(Duration time) throws InterruptedException;

    /** Throws SourceFailed when the program ends meanwhile. */
    default void take(Duration time) {
        try {
            rest(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceFailed.passing("INTERRUPTED", "the program ends", null, null);
        }
    }
}
