package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.ledger.transfers.TransferPairs.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Legs that could be each other's other sides, all equally near. A single pair is a transfer; so are as many legs out of
 * one account on one day as there are into one other on one day, since it is the same whichever is which.
 */
final class RivalLegs {
    private static final Comparator<TransferLeg> ORDER = Comparator.comparing(TransferLeg::account)
            .thenComparing(leg -> leg.row().date())
            .thenComparing(leg -> leg.booking().id());

    private final List<Pair> possible;
    private final SortedSet<TransferLeg> out = new TreeSet<>(ORDER);
    private final SortedSet<TransferLeg> in = new TreeSet<>(ORDER);

    private RivalLegs(List<Pair> possible) {
        this.possible = possible;
        possible.forEach(pair -> {
            out.add(pair.out());
            in.add(pair.in());
        });
    }

    /** The groups of pairs that share no leg with each other. */
    static List<RivalLegs> of(List<Pair> pairs) {
        List<RivalLegs> groups = new ArrayList<>();
        for (Pair pair : pairs) {
            List<RivalLegs> joined = groups.stream()
                    .filter(group -> group.out.contains(pair.out()) || group.in.contains(pair.in()))
                    .toList();
            groups.removeAll(joined);
            groups.add(new RivalLegs(
                    Stream.concat(joined.stream().flatMap(group -> group.possible.stream()), Stream.of(pair))
                            .toList()));
        }
        return groups;
    }

    List<TransferLeg> all() {
        return Stream.concat(out.stream(), in.stream()).toList();
    }

    /** Empty where nothing tells which is which. */
    List<Pair> pairs() {
        if (!isClear()) {
            return List.of();
        }
        List<TransferLeg> left = List.copyOf(out);
        List<TransferLeg> came = List.copyOf(in);
        return IntStream.range(0, left.size())
                .mapToObj(i -> new Pair(left.get(i), came.get(i)))
                .toList();
    }

    /** What could be the other side of a leg of these; none where it is clear. */
    List<TransferLeg> candidates(TransferLeg leg) {
        return isClear()
                ? List.of()
                : possible.stream()
                        .filter(pair -> pair.out().equals(leg) || pair.in().equals(leg))
                        .map(pair -> pair.out().equals(leg) ? pair.in() : pair.out())
                        .sorted(ORDER)
                        .toList();
    }

    private boolean isClear() {
        return out.size() == in.size() && isOfOnePlace(out) && isOfOnePlace(in);
    }

    private static boolean isOfOnePlace(Collection<TransferLeg> legs) {
        Function<TransferLeg, LocalDate> day = leg -> leg.row().date();
        return legs.stream().map(TransferLeg::account).distinct().count() == 1
                && legs.stream().map(day).distinct().count() == 1;
    }
}
