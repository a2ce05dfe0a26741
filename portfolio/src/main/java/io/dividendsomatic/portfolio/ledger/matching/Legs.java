package io.dividendsomatic.portfolio.ledger.matching;

import static java.util.Comparator.comparing;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.FxConversion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the legs that one file tells in a row each for the conversion that another file tells whole. The whole one stays,
 * with the lines of both legs; each file lends it at most one leg a side.
 */
final class Legs {

    private Legs() {}

    /** A leg that stands alone in its row. */
    private record Single(LocalDate day, Money money) {}

    static List<Fact> joined(List<Fact> facts) {
        Map<Single, List<Fact>> singles = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.row() instanceof FxConversion f && f.counterAmount() == null)
                .sorted(comparing(Fact::id))
                .forEach(fact -> singles.computeIfAbsent(
                                new Single(fact.view().date(), ((FxConversion) fact.row()).amount()),
                                key -> new ArrayList<>())
                        .add(fact));
        Map<FactId, Fact> kept = new TreeMap<>();
        facts.forEach(fact -> kept.put(fact.id(), fact));
        for (Fact fact : facts) {
            if (fact.row() instanceof FxConversion whole && whole.counterAmount() != null) {
                List<Fact> legs = new ArrayList<>(taken(fact, whole.amount(), singles));
                legs.addAll(taken(fact, whole.counterAmount(), singles));
                legs.forEach(leg -> kept.remove(leg.id()));
                kept.put(fact.id(), fact.toldAlsoBy(legs, whole));
            }
        }
        return List.copyOf(kept.values());
    }

    private static List<Fact> taken(Fact whole, @Nullable Money money, Map<Single, List<Fact>> singles) {
        if (money == null) {
            return List.of();
        }
        List<Fact> free = singles.getOrDefault(new Single(whole.view().date(), money), new ArrayList<>());
        Set<FileId> lending = new TreeSet<>(whole.files());
        List<Fact> taken = new ArrayList<>();
        for (Fact leg : free) {
            if (leg.files().stream().noneMatch(lending::contains)
                    && Core.agreeOnTime(leg.view().time(), whole.view().time())) {
                lending.addAll(leg.files());
                taken.add(leg);
            }
        }
        free.removeAll(taken);
        return taken;
    }
}
