package io.dividendsomatic.ingestion.aliases;

/** An alias file that cannot be used, and where and why. */
final class InvalidAliases extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line from 1; 0 when it is about the whole file */
    InvalidAliases(int line, String message) {
        super(line > 0 ? "line " + line + ": " + message : message);
    }
}
