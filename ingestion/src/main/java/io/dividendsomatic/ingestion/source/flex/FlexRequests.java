package io.dividendsomatic.ingestion.source.flex;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last request for each query that the service accepted. */
public interface FlexRequests {
    /**
     * A request that was accepted.
     *
     * @param ticket for a statement that was not fetched yet
     */
    record Request(Instant acceptedAt, @Nullable FlexTicket ticket) {}

    Optional<Request> last(String source, String query);

    void accepted(String source, String query, Instant at, FlexTicket ticket);

    /** The ticket is used. */
    void fetched(String source, String query);

    /** The ticket is good for nothing: another request may be made at once. */
    void forget(String source, String query);
}
