package io.dividendsomatic.ingestion.intake;

/** A file cannot be taken back, restored or read anew as it stands. */
public final class RetractionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    RetractionRefused(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Why. */
    public enum Code {
        /** No file with these bytes ever arrived. */
        NOT_FOUND,
        /** It was refused whole, so it told nothing. */
        REJECTED,
        /** It is being read just now. */
        UNDER_WAY,
        /** It was taken back. */
        RETRACTED,
        /** It tells prices of vendors, which are not read anew. */
        PRICES
    }

    public Code code() {
        return code;
    }
}
