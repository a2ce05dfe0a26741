package io.dividendsomatic.portfolio.projection;

import java.time.Instant;

/** Tells how far the read models are, so that an answer can be kept as long as nothing can have changed it. */
public interface Progress {

    Mark now();

    /**
     * A place in what was told. Where two are equal, the tables say the same.
     *
     * @param positions of whatever fills tables, with the generations that answer
     * @param newest when the newest event was recorded
     */
    record Mark(String positions, Instant newest) {}
}
