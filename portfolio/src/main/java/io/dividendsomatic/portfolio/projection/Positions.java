package io.dividendsomatic.portfolio.projection;

/** Tells how far read models are. */
public interface Positions {

    /**
     * The place in the stream of events up to which the active generation of that read model has taken them in. It stands
     * in the same transaction as the tables: while it is the same, so are they.
     */
    long position(String readModel);
}
