package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Joins facts of several files that are one. Those told in one currency are joined first, so that a row which states its
 * rate speaks for its like that state none when it is joined to what a file tells converted. Of each the likeliest pairs
 * come first, of equal ones those with the smallest identities, so that the outcome depends on the set of facts alone; a
 * join never holds two facts of one file, so N equal rows of a file stay N facts. Where two files of one format tell a
 * row of the kind and day in the same words, rows on no instrument that they word otherwise are two.
 */
record Twins(Core core) {

    /** Two facts that could be one. */
    private record Pair(Fact one, Fact other, boolean inOneCurrency, int likeness) {
        static final Comparator<Pair> LIKELIEST_FIRST = Comparator.comparing(Pair::inOneCurrency)
                .thenComparingInt(Pair::likeness)
                .reversed()
                .thenComparing(pair -> pair.one().id())
                .thenComparing(pair -> pair.other().id());
    }

    List<Fact> joined(List<Fact> facts) {
        return facts.stream()
                .collect(Collectors.groupingBy(Core::bucket, HashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(bucket -> ofBucket(bucket).stream())
                .sorted(Comparator.comparing(Fact::id))
                .toList();
    }

    private List<Fact> ofBucket(List<Fact> bucket) {
        List<Pair> pairs = pairs(bucket);
        if (pairs.isEmpty()) {
            return bucket;
        }
        Map<FactId, List<Fact>> joins = bucket.stream()
                .collect(Collectors.toMap(Fact::id, fact -> new ArrayList<>(List.of(fact)), (a, b) -> a, TreeMap::new));
        for (Pair pair : pairs) {
            List<Fact> one = joins.getOrDefault(pair.one().id(), List.of());
            List<Fact> other = joins.getOrDefault(pair.other().id(), List.of());
            if (!one.equals(other)
                    && one.stream().allMatch(a -> other.stream().allMatch(b -> mayStandTogether(a, b, bucket)))) {
                one.addAll(other);
                other.forEach(fact -> joins.put(fact.id(), one));
            }
        }
        return joins.values().stream().distinct().map(Content::of).toList();
    }

    private List<Pair> pairs(List<Fact> bucket) {
        List<Pair> pairs = new ArrayList<>();
        for (Fact one : bucket) {
            for (Fact other : bucket) {
                if (one.id().compareTo(other.id()) < 0 && mayBeOne(one, other, bucket)) {
                    pairs.add(new Pair(one, other, Core.inOneCurrency(one, other), core.likeness(one, other)));
                }
            }
        }
        pairs.sort(Pair.LIKELIEST_FIRST);
        return pairs;
    }

    private boolean mayBeOne(Fact one, Fact other, List<Fact> bucket) {
        return !one.sharesAFileWith(other) && core.agree(one, other) && !areWordedAsTwo(one, other, bucket);
    }

    /** In a join where another pair is one. */
    private boolean mayStandTogether(Fact one, Fact other, List<Fact> bucket) {
        return !one.sharesAFileWith(other) && core.compatible(one, other) && !areWordedAsTwo(one, other, bucket);
    }

    private static boolean areWordedAsTwo(Fact one, Fact other, List<Fact> bucket) {
        String words = one.view().description();
        String otherWords = other.view().description();
        return one.view().movement() != null
                && one.view().instrument() == null
                && other.view().instrument() == null
                && words != null
                && otherWords != null
                && !words.equals(otherWords)
                && one.edition().precedence() == other.edition().precedence()
                && bucket.stream()
                        .anyMatch(common -> common.view().description() != null
                                && common.sharesAFileWith(one)
                                && common.sharesAFileWith(other));
    }
}
