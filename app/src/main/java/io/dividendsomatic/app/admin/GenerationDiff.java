package io.dividendsomatic.app.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuilt generation tells otherwise than the one that answers, in rows of its tables.
 *
 * @param added rows that only the rebuilt one has; {@code removed} rows that only the other one has
 * @param changed rows that both have, with another content
 * @param samples some of them, table by table
 */
record GenerationDiff(long added, long removed, long changed, List<Sample> samples) {
    static final GenerationDiff NONE = new GenerationDiff(0, 0, 0, List.of());

    GenerationDiff {
        samples = List.copyOf(samples);
    }

    boolean isEmpty() {
        return added == 0 && removed == 0 && changed == 0;
    }

    /** What became of a row. */
    enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One row.
     *
     * @param key the columns by which it is known
     * @param before the columns that differ, as the generation that answers has them; absent for an added row
     * @param after the same as the rebuilt one has them; absent for a removed row
     */
    record Sample(
            String table,
            Change change,
            Map<String, @Nullable String> key,
            @Nullable Map<String, @Nullable String> before,
            @Nullable Map<String, @Nullable String> after) {}
}
