package io.dividendsomatic.portfolio.statement;

/** Why what a file had told counts no more. */
public enum RetractionCause {
    /** A person took the file back; that can be undone. */
    FILE_RETRACTED,
    /** The file's bytes were read anew, and tell otherwise. */
    READ_ANEW
}
