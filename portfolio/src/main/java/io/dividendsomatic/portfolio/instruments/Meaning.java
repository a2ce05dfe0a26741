package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row means.
 *
 * @param key the row's own one when nobody can tell
 * @param doubt what keeps it from being told; absent when nothing does
 */
record Meaning(InstrumentKey key, @Nullable Doubt doubt) {

    static Meaning of(InstrumentKey key) {
        return new Meaning(key, null);
    }
}
