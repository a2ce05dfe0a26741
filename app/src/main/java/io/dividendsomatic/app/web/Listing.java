package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

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
    /** As a parameter's default, in text. */
    static final String DEFAULT_SIZE = "100";

    static final int MAX_SIZE = 500;

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

    /** Throws ApiProblem for a page or size out of bounds. */
    static void check(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE || (page + 1L) * size > Integer.MAX_VALUE) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_PARAMETER",
                    "page starts at 0, size is from 1 to " + MAX_SIZE + ", and no list is longer than 2147483647");
        }
    }
}
