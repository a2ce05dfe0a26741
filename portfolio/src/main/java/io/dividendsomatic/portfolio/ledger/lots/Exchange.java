package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.lots.ActionLots.units;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units given for units. The lots move with their dates and costs. Of money that comes with it, where the broker values
 * the new units, its share by value is sold; where it does not, the money lowers the cost, what exceeds it is gain, and
 * the lots are flagged. Money paid adds to the cost. Exercised rights make a new lot of that day, for their cost and what
 * was paid. Of several new securities each takes its share of the cost by value, without values the one that a person
 * decided ({@link CostShares}); else all cost goes to one of them (the old one if it is among them) and all are flagged.
 */
final class Exchange {
    private final Book book;
    private final ActionEvent event;
    private final List<Lot> carried = new ArrayList<>();
    private BigDecimal asked = BigDecimal.ZERO;
    private BigDecimal missing = BigDecimal.ZERO;

    Exchange(Book book, ActionEvent event) {
        this.book = book;
        this.event = event;
    }

    void apply(List<Leg> old, List<Leg> fresh) {
        Pool first = ActionLots.pool(book, old.getFirst());
        old.forEach(leg -> take(leg, first.key.currency()));
        List<Lot> moving = settle(first, old.getFirst(), fresh);
        boolean shared = fresh.size() > 1
                && values(fresh, first.key.currency()).isEmpty()
                && decided(old, fresh).isEmpty();
        List<BigDecimal> weights = weights(old, fresh, first.key.currency());
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = all;
        BigDecimal cost = Lot.cost(moving);
        BigDecimal rest = cost;
        List<Lot> sharing = moving;
        for (int i = 0; i < fresh.size(); i++) {
            boolean last = i == fresh.size() - 1;
            BigDecimal own = cost == null || rest == null ? null : last ? rest : Share.of(cost, weights.get(i), all);
            rest = rest == null || own == null ? null : rest.subtract(own);
            List<Lot> part = Lots.sharing(sharing, weights.get(i), whole);
            sharing = Lots.without(sharing, part);
            whole = whole.subtract(weights.get(i));
            List<Lot> lots = fresh.size() == 1 ? moving : Lots.costing(part, own);
            give(fresh.get(i), first, shared ? lots.stream().map(Lot::flagged).toList() : lots, shared);
        }
    }

    private void take(Leg leg, @Nullable CurrencyCode currency) {
        Pool pool = ActionLots.pool(book, leg);
        Lots.Taken taken = pool.take(units(leg).abs());
        book.missing(taken, event.date(), pool, leg.booking().id());
        asked = asked.add(units(leg).abs());
        missing = missing.add(taken.missing());
        boolean comparable = Objects.equals(pool.key.currency(), currency);
        taken.lots().forEach(lot -> carried.add(comparable ? lot : lot.costing(null)));
        pool.note(event.date(), units(leg));
    }

    /** The lots with what the money did to their cost. */
    private List<Lot> settle(Pool pool, Leg leg, List<Leg> fresh) {
        BigDecimal cash = BigDecimal.ZERO;
        for (Money money : event.cash()) {
            if (money.currency().equals(pool.key.currency())) {
                cash = cash.add(money.amount().value());
            } else {
                book.ask(OpenQuestion.Kind.CASH_IN_ANOTHER_CURRENCY, event.date(), pool, event.ids());
            }
        }
        BigDecimal cost = Lot.cost(carried);
        if (cash.signum() <= 0 || carried.isEmpty()) {
            return cash.signum() == 0 ? carried : Lots.costing(carried, cost == null ? null : cost.subtract(cash));
        }
        List<BigDecimal> values = values(fresh, pool.key.currency());
        BigDecimal value = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean valued = !values.isEmpty();
        BigDecimal sold = cost == null ? null : valued ? Share.of(cost, cash, cash.add(value)) : cash.min(cost);
        List<Lot> charges = cost == null || sold == null || cost.signum() == 0
                ? Lots.sharing(carried, BigDecimal.ZERO, BigDecimal.ONE)
                : Lots.sharing(carried, sold, cost);
        List<Lot> used = Lots.costing(charges, sold).stream()
                .map(lot -> lot.counting(BigDecimal.ZERO))
                .map(lot -> valued ? lot : lot.flagged())
                .toList();
        Lots.Taken taken = new Lots.Taken(used, List.of(), BigDecimal.ZERO);
        book.realize(leg.booking(), pool, event.date(), taken, cash, List.of(), statedGain(), null);
        List<Lot> left =
                Lots.costing(Lots.without(carried, charges), cost == null || sold == null ? null : cost.subtract(sold));
        return valued ? left : left.stream().map(Lot::flagged).toList();
    }

    private void give(Leg leg, Pool first, List<Lot> lots, boolean open) {
        CurrencyCode currency = first.key.currency();
        Pool pool = currency == null
                ? ActionLots.pool(book, leg)
                : book.pool(leg.row().instrument(), currency);
        BigDecimal known = Share.of(units(leg), asked.subtract(missing), asked);
        BigDecimal unknown = units(leg).subtract(known);
        if (event.kind() == Kind.RIGHTS_EXERCISE) {
            BigDecimal cost = missing.signum() > 0 ? null : Lot.cost(lots);
            pool.add(Lot.of(event.date(), units(leg), cost, leg.booking().id()).beside(Lot.apart(lots)));
        } else {
            pool.addAll(Lots.scaled(lots, known));
            if (unknown.signum() != 0) {
                pool.add(Lot.of(event.date(), unknown, null, leg.booking().id()));
            }
        }
        if (open) {
            book.ask(OpenQuestion.Kind.ALLOCATION_UNKNOWN, event.date(), pool, event.ids());
        }
        pool.note(event.date(), units(leg));
    }

    private @Nullable Amount statedGain() {
        return event.legs().stream()
                .map(leg -> leg.row().statedGain())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** By which each new security takes its share of the cost. */
    private List<BigDecimal> weights(List<Leg> old, List<Leg> fresh, @Nullable CurrencyCode currency) {
        List<BigDecimal> values = values(fresh, currency);
        if (!values.isEmpty()) {
            return values;
        }
        List<BigDecimal> decided = decided(old, fresh);
        if (!decided.isEmpty()) {
            return decided;
        }
        Set<InstrumentKey> before = old.stream().map(this::key).collect(Collectors.toSet());
        Leg heir = fresh.stream()
                .min(Comparator.comparing((Leg leg) -> !before.contains(key(leg)))
                        .thenComparing(this::key))
                .orElseThrow();
        return fresh.stream()
                .map(leg -> leg.equals(heir) ? BigDecimal.ONE : BigDecimal.ZERO)
                .toList();
    }

    /** What a person decided, where it leaves nothing open; the rest is that of the old security, if it is among them. */
    private List<BigDecimal> decided(List<Leg> old, List<Leg> fresh) {
        Set<InstrumentKey> before = old.stream().map(this::key).collect(Collectors.toSet());
        InstrumentKey from = before.iterator().next();
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal rest = BigDecimal.ONE;
        int heir = -1;
        for (Leg leg : fresh) {
            CostShares.Of told =
                    key(leg).equals(from) ? null : book.rules.shares().into(key(leg), from);
            if (before.size() > 1 || (told == null && (!key(leg).equals(from) || heir >= 0))) {
                return List.of();
            }
            heir = told == null ? shares.size() : heir;
            shares.add(told == null ? BigDecimal.ZERO : told.share());
            rest = told == null ? rest : rest.subtract(told.share());
        }
        if (rest.signum() < 0 || (heir < 0 && rest.signum() != 0)) {
            return List.of();
        }
        if (heir >= 0) {
            shares.set(heir, rest);
        }
        return shares;
    }

    /** What the broker says that the new units are worth; nothing where it leaves one of them open. */
    private static List<BigDecimal> values(List<Leg> fresh, @Nullable CurrencyCode currency) {
        List<BigDecimal> values = fresh.stream()
                .map(leg -> leg.row().value())
                .filter(value -> value != null && value.currency().equals(currency))
                .map(value -> Objects.requireNonNull(value).amount().value().abs())
                .filter(value -> value.signum() > 0)
                .toList();
        return values.size() == fresh.size() ? values : List.of();
    }

    private InstrumentKey key(Leg leg) {
        return book.rules.identify().apply(leg.row().instrument());
    }
}
