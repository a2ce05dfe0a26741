package io.dividendsomatic.ingestion.events;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong, where, and what stands there.
 *
 * @param line counted from 1; 0 when it is about the whole file
 * @param raw what stands there, cut to {@value #MAX_RAW} characters
 */
public record Problem(
        int line,
        @Nullable String column,
        ProblemCode code,
        String message,
        @Nullable String raw) {
    /** Enough to recognise the cell or line; the archive has the whole. */
    public static final int MAX_RAW = 500;

    public Problem {
        raw = raw != null && raw.length() > MAX_RAW ? raw.substring(0, MAX_RAW) : raw;
    }

    /** A problem of the file as a whole. */
    public static Problem ofFile(ProblemCode code, String message) {
        return new Problem(0, null, code, message, null);
    }
}
