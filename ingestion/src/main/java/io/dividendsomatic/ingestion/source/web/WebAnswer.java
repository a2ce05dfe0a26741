package io.dividendsomatic.ingestion.source.web;

import io.dividendsomatic.ingestion.source.SourceFailed;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered, whole.
 *
 * @param retryAfter the header of this name as it came
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way in; answers are never compared
public record WebAnswer(int status, byte[] body, @Nullable String retryAfter) {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    /** Of the statuses of the asker's fault, those that pass by themselves: request timeout, too early, too many. */
    private static final Set<Integer> PASSING = Set.of(408, 425, TOO_MANY);

    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();

    public boolean isOk() {
        return status == OK;
    }

    /** How long the server wants to be left alone, where it says so in seconds; at most a day. */
    public Optional<Duration> after() {
        return Optional.ofNullable(retryAfter)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), MAX_SECONDS)));
    }

    /** The bytes. Throws SourceFailed when the status is another than 200, with what that status means for asking again. */
    public byte[] content(String who) {
        if (isOk()) {
            return body;
        }
        String message = "%s answered with HTTP status %d".formatted(who, status);
        if (status == TOO_MANY) {
            throw SourceFailed.passing("TOO_MANY_REQUESTS", message, after().orElse(null), null);
        }
        if (status >= 500 || PASSING.contains(status)) {
            throw SourceFailed.passing("SERVER_TROUBLE", message, after().orElse(null), null);
        }
        String code = status == 401 ? "UNAUTHORIZED" : status == 403 ? "FORBIDDEN" : "HTTP_" + status;
        throw SourceFailed.lasting(code, message, null);
    }
}
