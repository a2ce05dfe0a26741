package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of what was known at a time.
 *
 * @param asOf the last day that counted; absent where the question names none
 * @param columns how an item stands in a table; JSON shows nothing of it
 */
record TimedPage<T>(
        @Nullable LocalDate asOf,
        Instant knownAt,
        List<T> items,
        int page,
        int size,
        long total,
        @JsonIgnore Listing.Columns<T> columns)
        implements Tabular {

    @Override
    public List<String> header() {
        return columns.names();
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(columns.cells()).toList();
    }
}
