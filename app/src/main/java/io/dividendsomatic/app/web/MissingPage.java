package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.outlook.MissingMoney;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what is missing; a table of it has a row for each line of a file that an item rests on. */
record MissingPage(LocalDate asOf, Instant knownAt, List<MissingItem> items, int page, int size, long total)
        implements Tabular {

    static MissingPage of(Moment moment, List<MissingMoney> all, Paging paging) {
        return new MissingPage(
                moment.asOf(),
                moment.knownAt(),
                all.stream()
                        .skip(paging.skipped())
                        .limit(paging.size())
                        .map(MissingItem::of)
                        .toList(),
                paging.page(),
                paging.size(),
                all.size());
    }

    @Override
    public List<String> header() {
        return MissingItem.HEADER;
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().flatMap(MissingItem::rows).toList();
    }
}
