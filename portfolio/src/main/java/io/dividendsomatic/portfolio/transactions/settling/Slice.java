package io.dividendsomatic.portfolio.transactions.settling;

import java.util.List;
import java.util.function.Function;

/** A page of a list, with the number of all its items. */
public record Slice<T>(List<T> items, long total) {

    public Slice {
        items = List.copyOf(items);
    }

    /** @param page counted from 0 */
    public static <T> Slice<T> of(List<T> all, int page, int size) {
        return new Slice<>(all.stream().skip((long) page * size).limit(size).toList(), all.size());
    }

    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(items.stream().map(each).toList(), total);
    }
}
