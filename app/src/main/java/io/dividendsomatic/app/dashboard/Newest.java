package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.ArrayList;
import java.util.List;

/** The newest of what is answered in pages from the oldest on: a page counted from the end lies on one or two of those. */
final class Newest {

    private Newest() {}

    /** Answers a page of that size, the first being 0. */
    @FunctionalInterface
    interface Pages<T> {
        Slice<T> page(int page, int size);
    }

    /** A page of them, the newest first. */
    static <T> Slice<T> page(int page, int size, Pages<T> oldestFirst) {
        Slice<T> first = oldestFirst.page(0, size);
        long total = first.total();
        long end = total - (long) page * size;
        if (end <= 0) {
            return new Slice<>(List.of(), total);
        }
        long begin = Math.max(0, end - size);
        List<T> found = new ArrayList<>();
        for (long each = begin / size; each * size < end; each++) {
            found.addAll(
                    each == 0
                            ? first.items()
                            : oldestFirst.page((int) each, size).items());
        }
        int skipped = (int) (begin % size);
        return new Slice<>(found.subList(skipped, skipped + (int) (end - begin)).reversed(), total);
    }
}
