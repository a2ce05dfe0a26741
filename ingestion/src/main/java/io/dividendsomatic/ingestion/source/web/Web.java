package io.dividendsomatic.ingestion.source.web;

import io.dividendsomatic.ingestion.source.SourceFailed;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.util.unit.DataSize;

/**
 * Asks servers. Their identity is always verified, and there is no switch for it; a redirect is followed only to a host
 * that is allowed; an answer has a time in which it must have come whole, and a size. No address stands in a failure,
 * because a secret may be part of it.
 */
public final class Web implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Enough for a move to another host and a path there; more is a circle. */
    private static final int MAX_REDIRECTS = 3;

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Hosts hosts;
    private final Duration patience;
    private final int limit;
    private final Map<String, String> headers;

    /**
     * @param patience for one whole answer
     * @param limit bytes of the largest answer that is taken
     */
    public Web(Hosts hosts, Duration patience, int limit, Map<String, String> headers) {
        this.hosts = hosts;
        this.patience = patience;
        this.limit = limit;
        this.headers = Map.copyOf(headers);
    }

    /** A limit as the bytes that fit into one answer. */
    public static int bytes(DataSize limit) {
        return (int) Math.min(limit.toBytes(), Integer.MAX_VALUE - 8);
    }

    /** Whatever its status. Throws SourceFailed when there is no answer that can be taken. */
    public WebAnswer get(URI address) {
        URI next = hosts.checked(address);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpResponse<byte[]> answer = ask(next);
            String location = answer.headers().firstValue("Location").orElse(null);
            if (!REDIRECTS.contains(answer.statusCode()) || location == null) {
                String retry = answer.headers().firstValue("Retry-After").orElse(null);
                return new WebAnswer(answer.statusCode(), answer.body(), retry);
            }
            next = hosts.checked(next, location);
        }
        throw SourceFailed.passing("REDIRECTED", next.getHost() + " leads from one address to another", null, null);
    }

    private HttpResponse<byte[]> ask(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        headers.forEach(request::header);
        BoundedBody body = new BoundedBody(limit);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), head -> body);
        String host = address.getHost();
        try {
            return answer.get(
                    patience.toMillis(), TimeUnit.MILLISECONDS); // the client's own timeout ends at the headers
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw SourceFailed.passing("NO_ANSWER", host + " did not answer in time", null, null);
        } catch (ExecutionException e) {
            if (body.isTooLarge()) {
                String message = "the answer of %s has more than %,d bytes".formatted(host, limit);
                throw SourceFailed.lasting("TOO_LARGE", message, null);
            }
            throw failure(host, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw SourceFailed.passing("INTERRUPTED", "the program ends", null, null);
        }
    }

    /** Without the cause, whose words may hold the address. */
    private static SourceFailed failure(String host, Throwable cause) {
        if (cause instanceof SSLException) {
            return SourceFailed.lasting("UNTRUSTED_SERVER", host + " did not prove who it is", null);
        }
        if (cause instanceof HttpTimeoutException) {
            return SourceFailed.passing("NO_ANSWER", host + " did not answer in time", null, null);
        }
        if (cause instanceof ConnectException) {
            return SourceFailed.passing("NO_CONNECTION", host + " cannot be reached", null, null);
        }
        return SourceFailed.passing(
                "BROKEN_ANSWER",
                "the answer of %s broke off (%s)"
                        .formatted(host, cause.getClass().getSimpleName()),
                null,
                null);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
