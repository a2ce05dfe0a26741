package io.dividendsomatic.app.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processor could not take in. It is not put aside: the processor stands before it, with everything that
 * comes after, and tries again by itself. So nothing is skipped, and nothing that answers knows half of a day.
 *
 * @param processor that stands there; {@code projection} the read model that it fills, with its {@code generation}; absent
 *     for the policies, which read files and tell accounts what they say
 * @param answers whether that generation is the one that answers; another one is being rebuilt
 * @param since when it was tried first since the program started, and {@code attempts} how often
 * @param waiting stored events that wait behind it
 * @param remedy what can be done
 */
record DeadLetter(
        String id,
        String processor,
        @Nullable String projection,
        @Nullable Integer generation,
        boolean answers,
        Event event,
        String reason,
        Instant since,
        Instant lastTriedAt,
        int attempts,
        long waiting,
        String remedy) {

    /**
     * The event as it is stored.
     *
     * @param number its place among all events
     * @param type its stored name
     */
    record Event(long number, String type, String stream, Instant recordedAt) {}

    static String remedyOf(@Nullable String projection) {
        return projection == null
                ? "Files wait unread until the cause is gone: a full disk, the database, or a file that this version cannot"
                        + " read. It tries again by itself, at most a minute apart, and at once when this is retried."
                : "The read model stays as it was before this event until the cause is gone: a full disk, the database, or"
                        + " an event that needs a newer version. It tries again by itself, at most a minute apart, and at"
                        + " once when this is retried; a rebuild that stands here can be discarded.";
    }
}
