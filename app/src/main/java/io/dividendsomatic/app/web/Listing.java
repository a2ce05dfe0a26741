package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, with the number of all its items.
 *
 * @param columns how an item stands in a table; JSON shows nothing of it
 */
public record Listing<T>(
        List<T> items,
        int page,
        int size,
        long total,
        @JsonIgnore Columns<T> columns) implements Tabular {
    /** The columns of a table, and the cells of an item in their order. */
    record Columns<T>(List<String> names, Function<T, List<@Nullable Object>> cells) {}

    @Override
    public List<String> header() {
        return columns.names();
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(columns.cells()).toList();
    }
}
