package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.ingestion.format.generic.Rule.Part;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what several rows tell of one order: a fee's row gives its amount to the trade's row, and becomes part of
 * it. A row whose group has no main row, or whose amount has another currency than the costs there, stands for itself.
 */
final class MappedGroups {
    private final Mapping mapping;
    private final List<MappedRow> rows;
    /** By the line on which a row begins. */
    private final Map<Integer, Fact> facts = new HashMap<>();

    private final Map<Integer, RefusedRow> refused = new HashMap<>();
    private final Map<Integer, Integer> partOf = new HashMap<>();

    MappedGroups(Mapping mapping, List<MappedRow> rows) {
        this.mapping = mapping;
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
            facts.put(row.line(), row.read(mapping));
        } catch (RefusedRow problem) {
            refused.put(row.line(), problem);
        }
    }

    private void join() {
        if (mapping.group() == null) {
            return;
        }
        Map<String, List<MappedRow>> mains = new HashMap<>();
        for (MappedRow row : rows) {
            if (facts.containsKey(row.line()) && part(row) == null) {
                key(row).ifPresent(key ->
                        mains.computeIfAbsent(key, none -> new ArrayList<>()).add(row));
            }
        }
        for (MappedRow row : rows) {
            Part part = part(row);
            if (part != null && facts.containsKey(row.line())) {
                key(row).flatMap(key -> mains.getOrDefault(key, List.of()).stream()
                                .sorted(Comparator.comparing(main -> !isTrade(main)))
                                .filter(main -> gives(row, part, main))
                                .findFirst())
                        .ifPresent(main -> partOf.put(row.line(), main.line()));
            }
        }
    }

    /** A conversion that belongs to a trade's order comes second: the order's costs are the trade's. */
    private boolean isTrade(MappedRow main) {
        return fact(main).rows().stream().anyMatch(Trade.class::isInstance);
    }

    private static @Nullable Part part(MappedRow row) {
        return row.rule() == null ? null : row.rule().part();
    }

    private Optional<String> key(MappedRow row) {
        CellText cell = row.columns() == null || mapping.group() == null
                ? null
                : row.columns().find(row.row(), mapping.group());
        return Optional.ofNullable(cell).map(found -> account(row) + " " + found.text());
    }

    /** Adds the part's amount to the main row's first trade or conversion, when it fits there. */
    private boolean gives(MappedRow row, Part part, MappedRow main) {
        Fact told = fact(main);
        for (int i = 0; i < told.rows().size(); i++) {
            StatementRow completed = completed(told.rows().get(i), part, amount(fact(row)));
            if (completed != null) {
                List<StatementRow> all = new ArrayList<>(told.rows());
                all.set(i, completed);
                facts.put(main.line(), new Fact(told.account(), all, told.flags()));
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

    private static @Nullable StatementRow completed(StatementRow main, Part part, @Nullable Money amount) {
        return switch (main) {
            case Trade trade when part == Part.NOTE -> trade;
            case FxConversion conversion when part == Part.NOTE -> conversion;
            case Trade trade
            when part == Part.FEE && adds(trade.costs().fee(), amount) ->
                withCosts(
                        trade,
                        new Costs(
                                sum(trade.costs().fee(), amount), trade.costs().tax()));
            case Trade trade
            when part == Part.TAX && adds(trade.costs().tax(), amount) ->
                withCosts(
                        trade, new Costs(trade.costs().fee(), sum(trade.costs().tax(), amount)));
            case FxConversion conversion
            when part == Part.FEE && adds(conversion.fee(), amount) ->
                with(conversion, conversion.counterAmount(), sum(conversion.fee(), amount));
            case FxConversion conversion
            when part == Part.COUNTER && amount != null && conversion.counterAmount() == null ->
                with(conversion, amount, conversion.fee());
            default -> null;
        };
    }

    private static @Nullable Money amount(Fact part) {
        return switch (part.rows().getFirst()) {
            case Fee fee -> movement(fee.movement());
            case WithholdingTax tax -> movement(tax.movement());
            case FxConversion conversion -> conversion.amount();
            default -> null;
        };
    }

    private static Money movement(CashMovement movement) {
        return movement.amount();
    }

    private static boolean adds(@Nullable Money costs, @Nullable Money amount) {
        return amount != null && (costs == null || costs.currency().equals(amount.currency()));
    }

    private static @Nullable Money sum(@Nullable Money costs, @Nullable Money amount) {
        return costs == null || amount == null ? amount : costs.plus(amount);
    }

    private static Trade withCosts(Trade trade, Costs costs) {
        return new Trade(
                trade.when(),
                trade.instrument(),
                trade.quantity(),
                trade.currency(),
                trade.price(),
                trade.proceeds(),
                costs,
                trade.settled(),
                trade.fxRateToBase(),
                trade.statedCost(),
                trade.statedGain(),
                trade.level(),
                trade.codes(),
                trade.description(),
                trade.references());
    }

    private static FxConversion with(FxConversion conversion, @Nullable Money counter, @Nullable Money fee) {
        return new FxConversion(
                conversion.when(),
                conversion.amount(),
                counter,
                conversion.price(),
                fee,
                conversion.level(),
                conversion.description(),
                conversion.references());
    }
}
