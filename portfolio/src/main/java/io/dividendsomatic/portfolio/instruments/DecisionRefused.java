package io.dividendsomatic.portfolio.instruments;

/** A decision that cannot stand beside the others. */
public final class DecisionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    DecisionRefused(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Why. */
    public enum Code {
        /** Another decision means a different instrument by the same alias on a common day, or by the same ISIN. */
        DECISION_CONFLICT,
        /** The merges would lead back to where they began. */
        MERGE_CIRCLE,
        UNKNOWN_DECISION,
        DECISION_WITHDRAWN,
        /** The alias file makes it, and only the file can take it back. */
        DECISION_OF_FILE
    }

    public Code code() {
        return code;
    }
}
