package io.dividendsomatic.ingestion.format;

/** One kind of file of one broker: how to recognise it and how to read it. A pure function of the file's text. */
public interface StatementFormat {

    /** The format's name in journal and events, kept forever. */
    String name();

    /** Raised with every change after which the same bytes read differently. */
    int parserVersion();

    /** Which format is believed when two state one day at one time, and which reads a file that both recognise. */
    int precedence();

    /** A cheap look at the first records. */
    boolean recognises(CsvTable table);

    /** Throws RefusedFile where the file's structure cannot be trusted. */
    Reading read(CsvTable table);
}
