package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which ISIN each merged one is known by. An ISIN that is merged into several, or in a circle, stays itself. */
final class Merges {
    private final Map<Isin, Set<Isin>> into = new TreeMap<>();

    Merges(Collection<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision.content() instanceof MergeInstruments merge) {
                into.computeIfAbsent(merge.from(), first -> new TreeSet<>()).add(merge.into());
            }
        }
    }

    /** The end of the chain that begins with an ISIN. */
    Isin of(Isin isin) {
        Set<Isin> passed = new HashSet<>();
        Isin at = isin;
        while (passed.add(at)) {
            Set<Isin> next = into.getOrDefault(at, Set.of());
            if (next.size() != 1) {
                return at;
            }
            at = next.iterator().next();
        }
        return isin;
    }

    /** ISINs of which the decisions say different things, with all that they say. */
    Map<Isin, Set<Isin>> contradictions() {
        Map<Isin, Set<Isin>> found = new TreeMap<>();
        into.forEach((from, all) -> {
            if (all.size() > 1 || isInCircle(from)) {
                found.put(from, all);
            }
        });
        return found;
    }

    private boolean isInCircle(Isin isin) {
        Set<Isin> passed = new HashSet<>();
        Isin at = isin;
        while (passed.add(at)) {
            Set<Isin> next = into.getOrDefault(at, Set.of());
            if (next.size() != 1) {
                return false;
            }
            at = next.iterator().next();
        }
        return at.equals(isin);
    }
}
