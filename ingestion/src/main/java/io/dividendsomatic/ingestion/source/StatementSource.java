package io.dividendsomatic.ingestion.source;

/** A place from which brokers' files come. */
public interface StatementSource {

    /** By which a person knows it, for example {@code inbox}. */
    String name();

    /** Whether it can be reached now. */
    boolean available();

    /** Hands what is new there to the intake, and puts away what the journal has finished. */
    void fetch();
}
