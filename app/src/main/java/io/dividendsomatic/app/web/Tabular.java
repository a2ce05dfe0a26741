package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that can also be given as one table. Methods, not components: JSON shows nothing of them. The times, the
 * currency and the total are those of the answer where it has components of these names.
 */
public interface Tabular {
    /** Rows of a file: what memory holds without harm, and a tenth of what a spreadsheet takes. */
    int MOST_ROWS = 100_000;

    List<String> header();

    /** Text, decimals, days and so on, one a column; null for an empty cell. */
    List<List<@Nullable Object>> rows();

    default @Nullable LocalDate asOf() {
        return null;
    }

    default @Nullable Instant knownAt() {
        return null;
    }

    /** The reporting currency. */
    default @Nullable CurrencyCode currency() {
        return null;
    }

    /** How many rows there are on all pages; negative where there are no pages. */
    default long total() {
        return -1;
    }

    /** Whether it says everything that is known; else what came last is being worked out. */
    default boolean upToDate() {
        return true;
    }
}
