package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units of a spin-off or right of which it was decided how the cost is shared: they are lots with the dates of those that
 * they come from, each with the decided part of its cost and charges; the rest stays. Parts have the digits of
 * {@link Share}. Of a lot whose cost is not known both costs are unknown.
 */
final class SpunOff {

    private SpunOff() {}

    /** Whether it was, and the security that they come from is held in one position of the same currency. */
    static boolean shared(Book book, ActionEvent event, Leg leg, Pool pool) {
        CostShares.Of told = told(book, leg);
        List<Pool> held = told == null ? List.of() : book.holding(told.from());
        if (told == null || held.size() != 1) {
            return false;
        }
        Pool from = held.getFirst();
        Pool into = pool.quantity().signum() == 0 ? book.pool(leg.row().instrument(), from.key.currency()) : pool;
        if (!Objects.equals(into.key.currency(), from.key.currency())
                || from.quantity().signum() != leg.sign()
                || from.lots().stream().anyMatch(Lot::allocationUnknown)) {
            return false;
        }
        List<Lot> moving = new ArrayList<>();
        List<Lot> staying = new ArrayList<>();
        share(from.lots(), told.share(), moving, staying);
        from.replace(staying);
        from.note(event.date(), BigDecimal.ZERO);
        into.addAll(Lots.scaled(moving, ActionLots.units(leg)));
        into.note(event.date(), ActionLots.units(leg));
        return true;
    }

    private static CostShares.@Nullable Of told(Book book, Leg leg) {
        InstrumentKey into = book.rules.identify().apply(leg.row().instrument());
        Instrument named = leg.row().other();
        InstrumentKey from = named == null ? null : book.rules.identify().apply(named);
        return book.rules.shares().into(into, into.equals(from) ? null : from);
    }

    private static void share(List<Lot> lots, BigDecimal share, List<Lot> moving, List<Lot> staying) {
        List<Lot> parts = Lots.sharing(lots, share, BigDecimal.ONE);
        List<Lot> rest = Lots.without(lots, parts);
        for (int i = 0; i < lots.size(); i++) {
            Amount cost = lots.get(i).cost();
            BigDecimal part = cost == null ? null : Share.of(cost.value(), share, BigDecimal.ONE);
            moving.add(parts.get(i).costing(part));
            staying.add(rest.get(i)
                    .costing(cost == null || part == null ? null : cost.value().subtract(part)));
        }
    }
}
