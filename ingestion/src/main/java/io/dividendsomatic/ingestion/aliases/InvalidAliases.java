package io.dividendsomatic.ingestion.aliases;

/** An alias file that cannot be used, and where and why. */
final class InvalidAliases extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands there is nothing that can be decided. */
    static final String BAD_ALIASES = "BAD_ALIASES";

    /** A part of a cost that is none. */
    static final String BAD_SHARE = "BAD_SHARE";

    /** @param line from 1; 0 when it is about the whole file */
    InvalidAliases(int line, String message) {
        this(line, BAD_ALIASES, message);
    }

    InvalidAliases(int line, String code, String message) {
        super((line > 0 ? "line " + line + ": " : "") + message + " (" + code + ")");
    }
}
