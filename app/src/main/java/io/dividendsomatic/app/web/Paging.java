package io.dividendsomatic.app.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for.
 *
 * @param page from 0
 * @param size the most items on a page; for who asks for a file and names neither, the whole list up to {@link #WHOLE}
 */
record Paging(
        @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0", minimum = "0"))
        int page,

        @Parameter(
                description = "At most 500; a CSV or XLSX file has the whole list when it is left out",
                schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "500"))
        int size) {
    static final int DEFAULT_SIZE = 100;
    static final int MAX_SIZE = 500;

    /** Rows of a file. */
    static final int WHOLE = Tabular.MOST_ROWS;

    /** Throws ApiProblem for a page or size out of bounds. */
    static Paging of(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE || (page + 1L) * size > Integer.MAX_VALUE) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_PARAMETER",
                    "page starts at 0, size is from 1 to " + MAX_SIZE + ", and no list is longer than 2147483647");
        }
        return new Paging(page, size);
    }

    static Paging whole() {
        return new Paging(0, WHOLE);
    }

    /** How many items come before the page. */
    long skipped() {
        return (long) page * size;
    }
}
