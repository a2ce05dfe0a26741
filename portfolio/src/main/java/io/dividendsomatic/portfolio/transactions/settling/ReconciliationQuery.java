package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which printed figures are asked for.
 *
 * @param accounts all when empty, like {@code items} and {@code verdicts}
 * @param from the first day: figures of a period that reaches it
 * @param to the last day: figures of a period that has begun by then
 * @param asOf figures of a period that had ended by then
 */
public record ReconciliationQuery(
        List<AccountId> accounts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        Set<Item> items,
        Set<Verdict> verdicts) {

    public ReconciliationQuery {
        accounts = List.copyOf(accounts);
        items = Set.copyOf(items);
        verdicts = Set.copyOf(verdicts);
    }

    boolean takes(Comparison comparison) {
        Period period = comparison.line().period();
        boolean bounded = from != null || to != null || asOf != null;
        if (period == null) {
            return !bounded && takesKind(comparison);
        }
        return (from == null || !period.to().isBefore(from))
                && (to == null || !period.from().isAfter(to))
                && (asOf == null || !period.to().isAfter(asOf))
                && takesKind(comparison);
    }

    private boolean takesKind(Comparison comparison) {
        return (accounts.isEmpty() || accounts.contains(comparison.account()))
                && (items.isEmpty() || items.contains(comparison.line().item()))
                && (verdicts.isEmpty() || verdicts.contains(comparison.line().verdict()));
    }

    Condition where(int generation) {
        Condition where = new Condition().and("generation = ?", generation);
        if (!accounts.isEmpty()) {
            where.andIn("account", accounts.stream().map(AccountId::toString).toList());
        }
        if (from != null) {
            where.and("period_to >= ?", from);
        }
        if (to != null) {
            where.and("period_from <= ?", to);
        }
        if (asOf != null) {
            where.and("period_to <= ?", asOf);
        }
        if (!items.isEmpty()) {
            where.andIn("item", items.stream().map(Item::name).sorted().toList());
        }
        if (!verdicts.isEmpty()) {
            where.andIn("verdict", verdicts.stream().map(Verdict::name).sorted().toList());
        }
        return where;
    }
}
