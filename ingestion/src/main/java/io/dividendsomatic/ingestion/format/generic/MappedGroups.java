package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.ingestion.format.generic.ConversionLegs.Leg;
import io.dividendsomatic.ingestion.format.generic.ConversionLegs.Pair;
import io.dividendsomatic.ingestion.format.generic.Rule.Part;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what several rows tell of one order: a fee's row gives its amount to the trade's row, and becomes part of
 * it. A row whose group has no main row, or whose amount has another currency than the costs there, stands for itself.
 */
final class MappedGroups {
    private final List<MappedRow> rows;
    /** By the line on which a row begins. */
    private final Map<Integer, Fact> facts = new HashMap<>();

    private final Map<Integer, RefusedRow> refused = new HashMap<>();
    private final Map<Integer, Integer> partOf = new HashMap<>();

    /** Beside a main row and its parts. */
    private final Map<Integer, OrderBalances> balances = new HashMap<>();

    MappedGroups(List<MappedRow> rows) {
        this.rows = rows;
    }

    /** One verdict for each row, in file order. */
    void tell(Verdicts verdicts) {
        rows.stream().filter(this::isRead).forEach(this::read);
        join();
        for (MappedRow row : rows) {
            tell(row, verdicts);
        }
    }

    private void tell(MappedRow row, Verdicts verdicts) {
        Rule rule = row.rule();
        Integer main = partOf.get(row.line());
        String ignored = row.ignored() != null ? row.ignored() : rule == null ? null : rule.ignore();
        if (ignored != null) {
            verdicts.ignore(row.row(), ignored);
        } else if (row.restOf() != null) {
            tellRest(row, row.restOf().line(), verdicts);
        } else if (main != null) {
            verdicts.part(row.row(), account(row), main);
        } else {
            verdicts.read(row.row(), () -> {
                RefusedRow problem = refused.get(row.line());
                Fact fact = facts.get(row.line());
                if (problem != null || fact == null) {
                    throw problem != null ? problem : new IllegalStateException("a row that was not read");
                }
                return fact;
            });
        }
    }

    /** The rest of a row shares its fate: part of it, or passed over with it. */
    private void tellRest(MappedRow row, int line, Verdicts verdicts) {
        for (MappedRow above : rows) {
            if (above.line() == line && facts.containsKey(above.line())) {
                verdicts.part(row.row(), account(above), partOf.getOrDefault(above.line(), line));
                return;
            }
        }
        verdicts.ignore(row.row(), "CONTINUED: the row above");
    }

    private @Nullable AccountId account(MappedRow row) {
        Fact fact = facts.get(row.line());
        return fact == null ? null : fact.account();
    }

    private boolean isRead(MappedRow row) {
        Rule rule = row.rule();
        return row.ignored() == null && row.restOf() == null && (rule == null || rule.ignore() == null);
    }

    private void read(MappedRow row) {
        try {
            facts.put(row.line(), row.read());
        } catch (RefusedRow problem) {
            refused.put(row.line(), problem);
        }
    }

    /** Two rows of one conversion become one; a leg that finds no other, or too many, stays and is flagged. */
    private void joinLegs() {
        List<Leg> legs = new ArrayList<>();
        int place = 0;
        for (MappedRow row : rows) {
            place += row.restOf() == null ? 1 : 0;
            if (part(row) == Part.LEG
                    && facts.containsKey(row.line())
                    && fact(row).rows().getFirst() instanceof FxConversion told) {
                legs.add(new Leg(row.line(), place, account(row), told));
            }
        }
        for (ConversionLegs day : ConversionLegs.of(legs)) {
            day.pairs().forEach(this::join);
            day.unpaired().forEach(leg -> flag(leg, day.hasChoice(leg)));
        }
    }

    private void join(Pair pair) {
        Fact main = Objects.requireNonNull(facts.get(pair.main().line()));
        OrderBalances beside = OrderBalances.beside(main);
        beside.add(Objects.requireNonNull(facts.get(pair.counter().line())));
        balances.put(pair.main().line(), beside);
        facts.put(pair.main().line(), beside.in(main.startingWith(pair.whole())));
        partOf.put(pair.counter().line(), pair.main().line());
    }

    private void flag(Leg leg, boolean hasChoice) {
        String why = hasChoice
                ? "several rows could tell the other leg of this conversion"
                : "no other row tells the other leg of this conversion";
        Problem open = new Problem(leg.line(), null, ProblemCode.UNPAIRED_LEG, why, null);
        Fact told = Objects.requireNonNull(facts.get(leg.line()));
        facts.put(
                leg.line(),
                told.startingWith(JoinedRow.withoutPrice(leg.told())).flagged(open));
    }

    private void join() {
        joinLegs();
        Map<String, List<MappedRow>> mains = new HashMap<>();
        for (MappedRow row : rows) {
            if (facts.containsKey(row.line()) && isMain(row)) {
                key(row).ifPresent(key ->
                        mains.computeIfAbsent(key, none -> new ArrayList<>()).add(row));
            }
        }
        List<MappedRow> parts = rows.stream()
                .filter(row -> part(row) != null && part(row) != Part.LEG)
                .sorted(Comparator.comparing(row -> part(row) != Part.PROCEEDS))
                .toList();
        for (MappedRow row : parts) {
            Part part = part(row);
            if (part != null && facts.containsKey(row.line())) {
                key(row).flatMap(key -> mains.getOrDefault(key, List.of()).stream()
                                .sorted(Comparator.comparing((MappedRow main) -> !isTrade(main))
                                        .thenComparing(main -> part == Part.FEE && hasFee(main)))
                                .filter(main -> gives(row, part, main))
                                .findFirst())
                        .ifPresent(main -> partOf.put(row.line(), main.line()));
            }
        }
    }

    private boolean isMain(MappedRow row) {
        return part(row) == null || (part(row) == Part.LEG && !partOf.containsKey(row.line()));
    }

    /** A conversion that belongs to a trade's order comes second: the order's costs are the trade's. */
    private boolean isTrade(MappedRow main) {
        return fact(main).rows().stream().anyMatch(Trade.class::isInstance);
    }

    /** Of several trades of one order, each gets a fee before one gets a second. */
    private boolean hasFee(MappedRow main) {
        return fact(main).rows().stream()
                .anyMatch(row -> row instanceof Trade trade && trade.costs().fee() != null);
    }

    private static @Nullable Part part(MappedRow row) {
        return row.rule() == null ? null : row.rule().part();
    }

    /** What the rows of one order share; none of a row that lacks any of it. */
    private Optional<String> key(MappedRow row) {
        Columns columns = row.columns();
        if (columns == null || columns.mapping().group().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder(String.valueOf(account(row)));
        for (String field : columns.mapping().group()) {
            CellText cell = columns.find(row.row(), field);
            if (cell == null) {
                return Optional.empty();
            }
            key.append(' ').append(cell.text());
        }
        return Optional.of(key.toString());
    }

    /** Adds the part's amount to the main row's first trade or conversion, when it fits there. */
    private boolean gives(MappedRow row, Part part, MappedRow main) {
        Fact told = fact(main);
        for (int i = 0; i < told.rows().size(); i++) {
            StatementRow completed =
                    JoinedRow.of(told.rows().get(i), part, fact(row).rows().getFirst());
            if (completed != null) {
                List<StatementRow> all = new ArrayList<>(told.rows());
                all.set(i, completed);
                OrderBalances beside = balances.computeIfAbsent(main.line(), first -> OrderBalances.beside(told));
                beside.add(fact(row));
                facts.put(main.line(), beside.in(new Fact(told.account(), all, told.flags())));
                return true;
            }
        }
        return false;
    }

    private Fact fact(MappedRow row) {
        Fact fact = facts.get(row.line());
        if (fact == null) {
            throw new IllegalStateException("a row that was not read");
        }
        return fact;
    }
}
