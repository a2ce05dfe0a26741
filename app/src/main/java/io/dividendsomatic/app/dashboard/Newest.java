package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The newest of what is answered in pages from the oldest on: a page counted from the end lies on one or two of those. */
final class Newest {

    private Newest() {}

    /** A page of them, the newest first. */
    static <T> Slice<T> page(int page, int size, Sheet.Pages<T> oldestFirst) {
        return after((long) page * size, size, oldestFirst);
    }

    /** A page of the newest of some, behind which the newest of the others follow. */
    static <T> Slice<T> page(int page, int size, Sheet.Pages<T> some, Sheet.Pages<T> others) {
        long skipped = (long) page * size;
        Slice<T> first = after(skipped, size, some);
        Slice<T> then =
                after(Math.max(0, skipped - first.total()), size - first.items().size(), others);
        return new Slice<>(
                Stream.concat(first.items().stream(), then.items().stream()).toList(), first.total() + then.total());
    }

    private static <T> Slice<T> after(long skipped, int wanted, Sheet.Pages<T> oldestFirst) {
        int size = Math.max(1, wanted);
        Slice<T> first = oldestFirst.page(0, size);
        long total = first.total();
        long end = total - skipped;
        if (end <= 0 || wanted == 0) {
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
        int skip = (int) (begin % size);
        return new Slice<>(found.subList(skip, skip + (int) (end - begin)).reversed(), total);
    }
}
