package io.dividendsomatic.ingestion.format;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a file's bytes at most once: the value, or the refusal that every further format would meet after the
 * same long work. Not for several threads.
 */
final class Once<T> {
    private final Supplier<T> making;
    private @Nullable T made;
    private @Nullable RefusedFile refused;

    Once(Supplier<T> making) {
        this.making = making;
    }

    /** Throws the same RefusedFile each time when it cannot be made. */
    T get() {
        if (refused != null) {
            throw refused;
        }
        T known = made;
        if (known == null) {
            try {
                known = making.get();
            } catch (RefusedFile e) {
                refused = e;
                throw e;
            }
            made = known;
        }
        return known;
    }
}
