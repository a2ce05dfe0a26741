package io.dividendsomatic.ingestion.format;

/** One kind of file of one broker: how to recognise it and how to read it. A pure function of the file's bytes. */
public interface StatementFormat {

    /** The format's name in journal and events, kept forever. */
    String name();

    /** Raised with every change after which the same bytes read differently. */
    int parserVersion();

    /** Which format is believed when two state one day at one time. */
    int precedence();

    /** Which format reads a file that several recognise. */
    default Rank rank() {
        return Rank.BUILT_IN;
    }

    default Dialect dialect() {
        return Dialect.PLAIN;
    }

    /** A cheap look at the first records. */
    Recognition recognise(Document document);

    /** A longer look at a file that no format recognises: how close it came to this one. */
    default Recognition lookCloser(Document document) {
        return recognise(document);
    }

    /**
     * How a file differs from this format, which alone may read it because the sender said so: in words that go on after
     * "the mapping x does not fit the file".
     */
    default String difference(Document document) {
        return lookCloser(document) instanceof Recognition.Close close
                ? "it lacks " + String.join(", ", close.missing())
                : "it is another kind of file";
    }

    /** Throws RefusedFile where the file's structure cannot be trusted. */
    Reading read(Document document);

    /** Whose word counts on what a file is; the first that has one. A mapping that the sender names is asked alone. */
    enum Rank {
        /** A mapping of the user's own. */
        USER,
        BUILT_IN,
        /** A table of no broker in particular. */
        GENERAL
    }
}
