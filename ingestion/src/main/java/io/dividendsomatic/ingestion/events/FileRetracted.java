package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;

/**
 * A person took a file back: everything that it alone had told counts no more. Its bytes and its rows stay, and what was
 * known until then remains known.
 *
 * @param reason in the person's own words, at most {@value #MAX_REASON} characters
 */
public record FileRetracted(FileId file, String reason, Instant retractedAt) implements FileEvent {
    /** Some sentences. */
    public static final int MAX_REASON = 1_000;
}
