package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.TrustedAuthorities;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.OAuth;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for a refresh token (RFC 6749, 6), asked for anew a minute before they expire. Nothing of it is written
 * down: a refresh token that the server replaces is used until the program ends, and the configured one after that.
 */
final class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
    private static final int MAX_ANSWER = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OAuth oauth;
    private final Duration timeout;
    private final Clock clock;
    private Secret refreshToken;
    private @Nullable Secret token;
    private Instant expires = Instant.EPOCH;

    AccessTokens(OAuth oauth, Duration timeout, Clock clock) {
        this.oauth = oauth;
        this.timeout = timeout;
        this.clock = clock;
        this.refreshToken = oauth.refreshToken();
    }

    /** Throws SourceFailed when the server gives none. */
    Secret current() {
        Secret held = token;
        if (held == null || !clock.instant().isBefore(expires.minus(EARLY))) {
            held = ask();
            token = held;
        }
        return held;
    }

    /** The mail server does not take it, whatever its time. */
    void forget() {
        token = null;
    }

    private Secret ask() {
        HttpRequest request = HttpRequest.newBuilder(oauth.tokenUrl())
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form()))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(TrustedAuthorities.context(oauth.trust()))
                .build()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return token(response.statusCode(), body.readNBytes(MAX_ANSWER));
            }
        } catch (IOException e) {
            throw MailFailure.of(e, "the token server cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceFailed.passing("INTERRUPTED", "the look was ended", null, e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", refreshToken.reveal());
        fields.put("client_id", oauth.clientId());
        Secret clientSecret = oauth.clientSecret();
        if (clientSecret != null) {
            fields.put("client_secret", clientSecret.reveal());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Secret token(int status, byte[] body) {
        JsonNode answer = read(body);
        String given = answer.path("access_token").asString("");
        if (status == 200 && !given.isBlank()) {
            String next = answer.path("refresh_token").asString("");
            refreshToken = next.isBlank() ? refreshToken : Secret.of(next);
            expires = clock.instant().plusSeconds(answer.path("expires_in").asLong(USUAL_LIFE.toSeconds()));
            return Secret.of(given);
        }
        String error = answer.path("error").asString("");
        String why = error.matches("[a-z_]{1,40}") ? error : "status " + status;
        boolean refused = status == 400 || status == 401 || status == 403;
        String message = "the token server gives no access token: " + why;
        throw refused
                ? SourceFailed.lasting("TOKEN_REFUSED", message, null)
                : SourceFailed.passing("TOKEN_SERVER_FAILED", message, null, null);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? JSON.createObjectNode() : answer;
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
