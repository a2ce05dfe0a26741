package io.dividendsomatic.ingestion.events;

/** The stable codes of everything that can be wrong with a file or a row. A file's code refuses it whole. */
public enum ProblemCode {
    // the file
    UNKNOWN_FORMAT,
    AMBIGUOUS_FORMAT,
    UNKNOWN_MAPPING,
    UNSUPPORTED_LANGUAGE,
    UNREADABLE_ENCODING,
    UNCLOSED_QUOTE,
    BROKEN_JSON,
    BROKEN_YAML,
    WRAPPED_LINES,
    TRUNCATED,
    BROKEN_XML,
    NOT_A_STATEMENT,
    TOO_LARGE,
    EMPTY_FILE,
    BROKEN_ARCHIVE,
    NESTED_ARCHIVE,
    MISSING_COLUMN,
    ACCOUNT_UNKNOWN,
    NO_ROW_ACCEPTED,
    READER_FAILED,
    // a row; TOO_LARGE as well, for a text beyond any name, and BROKEN_JSON for an object that contradicts itself
    BAD_NUMBER,
    BAD_DATE,
    UNKNOWN_TYPE,
    UNKNOWN_CURRENCY,
    MISSING_VALUE,
    BAD_ACCOUNT,
    RAGGED_ROW,
    // a flag on a row that is kept
    BAD_ISIN,
    /** One leg of a conversion, of which no other row tells the other leg, or more than one could. */
    UNPAIRED_LEG
}
