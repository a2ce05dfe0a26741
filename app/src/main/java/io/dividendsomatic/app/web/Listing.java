package io.dividendsomatic.app.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** One page of a list, with the number of all its items. */
public record Listing<T>(List<T> items, int page, int size, long total) {
    /** As a parameter's default, in text. */
    static final String DEFAULT_SIZE = "100";

    static final int MAX_SIZE = 500;

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
