package io.dividendsomatic.ingestion.source.flex;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Requests in memory. */
final class RememberedRequests implements FlexRequests {
    private final Map<String, Request> requests = new HashMap<>();

    @Override
    public Optional<Request> last(String source, String query) {
        return Optional.ofNullable(requests.get(source + query));
    }

    @Override
    public void accepted(String source, String query, Instant at, FlexTicket ticket) {
        requests.put(source + query, new Request(at, ticket));
    }

    @Override
    public void fetched(String source, String query) {
        Request request = Objects.requireNonNull(requests.get(source + query));
        requests.put(source + query, new Request(request.acceptedAt(), null));
    }

    @Override
    public void forget(String source, String query) {
        requests.remove(source + query);
    }
}
