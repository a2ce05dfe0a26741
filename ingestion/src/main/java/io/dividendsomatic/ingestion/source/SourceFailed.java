package io.dividendsomatic.ingestion.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source could not be asked, for a reason that a person can read: it is shown as it stands, so no secret is part of it.
 */
public final class SourceFailed extends RuntimeException {
    private final String code;
    private final boolean lasting;
    private final transient @Nullable Duration after;
    private final transient Fetched fetched;
    private final boolean ofPart;

    private SourceFailed(
            String code,
            @Nullable String message,
            boolean lasting,
            @Nullable Duration after,
            @Nullable Throwable cause,
            Fetched fetched,
            boolean ofPart) {
        super(message, cause);
        this.fetched = fetched;
        this.ofPart = ofPart;
        this.code = code;
        this.lasting = lasting;
        this.after = after;
    }

    /** It may pass by itself: asked again later, at the earliest after a time that the other side named, if it did. */
    public static SourceFailed passing(
            String code, String message, @Nullable Duration after, @Nullable Throwable cause) {
        return new SourceFailed(code, message, false, after, cause, Fetched.NOTHING, false);
    }

    /** A person has to mend it, such as a refused password: asking again at once would only do harm. */
    public static SourceFailed lasting(String code, String message, @Nullable Throwable cause) {
        return new SourceFailed(code, message, true, null, cause, Fetched.NOTHING, false);
    }

    /** The same failure, after something was taken. */
    public SourceFailed having(Fetched taken) {
        return new SourceFailed(code, getMessage(), lasting, after, getCause(), taken, ofPart);
    }

    /** The same failure, which concerns only a part of what the source asks for: the rest was asked, and went well. */
    public SourceFailed ofPart() {
        return new SourceFailed(code, getMessage(), lasting, after, getCause(), fetched, true);
    }

    /** What was taken before, or beside it. */
    public Fetched fetched() {
        return fetched;
    }

    public boolean isOfPart() {
        return ofPart;
    }

    /** Stable, in capitals, such as {@code LOGIN_REFUSED}. */
    public String code() {
        return code;
    }

    public boolean isLasting() {
        return lasting;
    }

    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
