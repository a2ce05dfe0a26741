package io.dividendsomatic.portfolio.projection;

/** Tells which generation of a read model answers. */
public interface Generations {

    /** The active generation of the read model with that name. */
    int active(String readModel);
}
