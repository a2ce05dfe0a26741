package io.dividendsomatic.portfolio.account;

import java.util.ArrayList;
import java.util.List;

/** A long list as several of at most so many entries, in the same order; none for an empty list. */
final class Chunks {

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += size) {
            chunks.add(all.subList(begin, Math.min(begin + size, all.size())));
        }
        return chunks;
    }
}
