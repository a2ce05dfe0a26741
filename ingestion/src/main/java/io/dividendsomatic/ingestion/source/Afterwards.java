package io.dividendsomatic.ingestion.source;

/** What happens to a file of a folder once it has been read. The archive has its bytes in any case. */
public enum Afterwards {
    /** It stays, and is offered again when it changes; of one that was refused the source tells. */
    KEEP,
    /** Into {@code processed/}, or with the reason of its refusal into {@code failed/}. */
    MOVE,
    /** It is deleted when it was read; one that was refused goes into {@code failed/}, as with {@link #MOVE}. */
    DELETE
}
