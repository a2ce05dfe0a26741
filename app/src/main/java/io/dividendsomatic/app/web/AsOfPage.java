package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is known as of a day.
 *
 * @param currency the reporting currency; absent where nothing is converted
 * @param columns how an item stands in a table; JSON shows nothing of it
 */
record AsOfPage<T>(
        LocalDate asOf,
        Instant knownAt,
        @Nullable CurrencyCode currency,
        List<T> items,
        int page,
        int size,
        long total,
        @JsonIgnore Columns<T> columns)
        implements Tabular {

    static <T> AsOfPage<T> of(
            Moment moment, @Nullable CurrencyCode currency, List<T> all, int page, int size, Columns<T> columns) {
        return new AsOfPage<>(
                moment.asOf(),
                moment.knownAt(),
                currency,
                all.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                all.size(),
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
