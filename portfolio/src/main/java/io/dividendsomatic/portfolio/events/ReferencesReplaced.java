package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.jspecify.annotations.Nullable;

/**
 * The references under a name are another file from now on: what only the one before says counts no more.
 *
 * @param name for example {@code rates.yaml}
 * @param file absent when there is none under the name any more
 * @param replaced absent when there was none before
 */
public record ReferencesReplaced(
        String name, @Nullable FileId file, @Nullable FileId replaced) {}
