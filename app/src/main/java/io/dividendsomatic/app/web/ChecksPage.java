package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.checks.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of findings; a table of it has a row for each line of a file that gave rise to one. */
record ChecksPage(LocalDate asOf, Instant knownAt, List<CheckItem> items, int page, int size, long total)
        implements Tabular {

    static ChecksPage of(Moment moment, List<Finding> all, Paging paging) {
        return new ChecksPage(
                moment.asOf(),
                moment.knownAt(),
                all.stream()
                        .skip(paging.skipped())
                        .limit(paging.size())
                        .map(CheckItem::of)
                        .toList(),
                paging.page(),
                paging.size(),
                all.size());
    }

    @Override
    public List<String> header() {
        return CheckItem.HEADER;
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().flatMap(CheckItem::rows).toList();
    }
}
