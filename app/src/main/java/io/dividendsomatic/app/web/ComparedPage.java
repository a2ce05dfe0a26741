package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dividendsomatic.portfolio.transactions.settling.Compared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of what was compared.
 *
 * @param asOf the last day that counted; absent where the question names none
 * @param upToDate whether everything that is known was compared; else the newest is being compared
 * @param columns how an item stands in a table; JSON shows nothing of it
 */
record ComparedPage<T>(
        @Nullable LocalDate asOf,
        Instant knownAt,
        boolean upToDate,
        List<T> items,
        int page,
        int size,
        long total,
        @JsonIgnore Listing.Columns<T> columns)
        implements Tabular {

    static <T> ComparedPage<T> of(
            @Nullable LocalDate asOf, Instant knownAt, Compared<T> found, Paging paging, Listing.Columns<T> columns) {
        return new ComparedPage<>(
                asOf,
                knownAt,
                found.upToDate(),
                found.slice().items(),
                paging.page(),
                paging.size(),
                found.slice().total(),
                columns);
    }

    @Override
    public List<String> header() {
        return columns.names();
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(columns.cells()).toList();
    }
}
