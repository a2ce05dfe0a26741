package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one look at a source ended.
 *
 * @param after the other side named a time before which it will not answer
 * @param ofPart the rest of the source went well, and need not wait for the part that did not
 */
public record Outcome(
        Fetched fetched,
        @Nullable Problem problem,
        @Nullable Duration after,
        boolean ofPart) {

    /**
     * Why a look failed, in words that hold no secret.
     *
     * @param lasting a person has to mend it
     */
    public record Problem(String code, String message, boolean lasting) {}

    static Outcome brought(Fetched fetched) {
        return new Outcome(fetched, null, null, false);
    }

    /** Only what a source itself says of its failure is shown; of anything else the log has the whole. */
    static Outcome failed(RuntimeException cause) {
        return switch (cause) {
            case SourceFailed failed ->
                new Outcome(
                        failed.fetched(),
                        new Problem(failed.code(), String.valueOf(failed.getMessage()), failed.isLasting()),
                        failed.after().orElse(null),
                        failed.isOfPart());
            default ->
                new Outcome(
                        Fetched.NOTHING,
                        storage(cause)
                                .map(io ->
                                        new Problem("STORAGE_FAILED", "A file could not be kept or read: " + io, false))
                                .orElse(new Problem(
                                        "UNEXPECTED", "Something went wrong here; the log tells what.", false)),
                        null,
                        false);
        };
    }

    private static Optional<String> storage(Throwable cause) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof IOException io) {
                return Optional.of(String.valueOf(io.getMessage()));
            }
        }
        return Optional.empty();
    }
}
