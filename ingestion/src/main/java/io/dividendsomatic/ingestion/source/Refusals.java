package io.dividendsomatic.ingestion.source;

/** Where a source tells what it left where it was; see {@link SourceRefusals}. */
@FunctionalInterface
public interface Refusals {

    /**
     * Tells of something that was not taken, once.
     *
     * @param source its name
     * @param key by which the source knows it again, however often it is met; at most 500 characters
     * @param what for a person: a name, a sender; no secret
     * @param code stable, in capitals
     */
    void tell(String source, String key, String what, String code, String message);
}
