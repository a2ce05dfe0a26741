package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import io.dividendsomatic.portfolio.ledger.actions.PaidDividends;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a corporate action does to the lots, by what it took and gave:
 *
 * <ul>
 *   <li>both: {@link Exchange};
 *   <li>a split told in one row, by units or by its ratio alone: the lots are scaled ({@link Splits});
 *   <li>units of a stock dividend, spin-off or rights issue: a new lot at no cost. Files do not tell how the cost is
 *       shared, so it stays where it is; a spin-off or right is flagged, and so is the security that it comes from, unless
 *       a person decided it ({@link SpunOff});
 *   <li>units that went for money, or were delisted: realized; units that were paid for: a new lot at that cost;
 *   <li>money for units that no row counts, and anything else, is open, and said so.
 * </ul>
 */
final class ActionLots {
    /** Kinds that give units for units that stay. */
    private static final Set<Kind> GIVING = EnumSet.of(Kind.STOCK_DIVIDEND, Kind.SPIN_OFF, Kind.RIGHTS_ISSUE);

    private ActionLots() {}

    static void apply(Book book, ActionEvent event) {
        List<Leg> out = event.out();
        List<Leg> in = event.in();
        if (!out.isEmpty() && !in.isEmpty()) {
            boolean ofShorts = out.stream().noneMatch(leg -> held(book, leg) > 0)
                    && in.stream().allMatch(leg -> held(book, leg) < 0);
            BigDecimal before = pool(book, out.getFirst()).quantity();
            new Exchange(book, event).apply(ofShorts ? in : out, ofShorts ? out : in);
            if (event.kind() == Kind.SPLIT) {
                Splits.remember(book, event, before);
                Splits.checkSides(book, event, ofShorts ? in : out, ofShorts ? out : in);
            }
            return;
        }
        for (Leg leg : event.legs()) {
            if (event.kind() == Kind.SPLIT) {
                Splits.apply(book, event, leg);
            } else if (PaidDividends.is(leg.row())) {
                book.ask(OpenQuestion.Kind.DIVIDEND_WITH_UNITS, event.date(), pool(book, leg), event.ids());
            } else if (leg.sign() != 0) {
                alone(book, event, leg);
            } else if (leg.row().quantity() == null && out.isEmpty() && in.isEmpty()) {
                book.ask(OpenQuestion.Kind.UNITS_UNKNOWN, event.date(), pool(book, leg), event.ids());
            }
        }
    }

    private static void alone(Book book, ActionEvent event, Leg leg) {
        Pool pool = pool(book, leg);
        int held = pool.quantity().signum();
        boolean leaves = held == 0 ? leg.sign() < 0 : held == -leg.sign();
        if (GIVING.contains(event.kind()) && held != -leg.sign()) {
            given(book, event, leg, pool);
            return;
        } else if (leaves) {
            gone(book, event, leg, pool);
        } else {
            come(book, event, leg, pool);
        }
        pool.note(event.date(), units(leg));
    }

    private static void given(Book book, ActionEvent event, Leg leg, Pool pool) {
        Lot free =
                Lot.of(event.date(), units(leg), BigDecimal.ZERO, leg.booking().id());
        if (event.kind() == Kind.STOCK_DIVIDEND) {
            pool.add(free);
            pool.note(event.date(), units(leg));
            return;
        }
        if (SpunOff.shared(book, event, leg, pool)) {
            return;
        }
        pool.add(free.flagged());
        pool.note(event.date(), units(leg));
        book.ask(OpenQuestion.Kind.ALLOCATION_UNKNOWN, event.date(), pool, event.ids());
        for (Pool parent : parents(book, leg)) {
            parent.flag();
            book.ask(OpenQuestion.Kind.ALLOCATION_UNKNOWN, event.date(), parent, event.ids());
        }
    }

    /** The positions in the security of which the row says that the units come from it. */
    private static List<Pool> parents(Book book, Leg leg) {
        Instrument parent = leg.row().other();
        InstrumentKey child = book.rules.identify().apply(leg.row().instrument());
        InstrumentKey key = parent == null ? child : book.rules.identify().apply(parent);
        return key.equals(child) ? List.of() : book.holding(key);
    }

    static void gone(Book book, ActionEvent event, Leg leg, Pool pool) {
        Lots.Taken taken = pool.take(units(leg).abs());
        book.missing(taken, event.date(), pool, leg.booking().id());
        List<Money> cash = cash(event, leg);
        BigDecimal paid = sum(book, event, pool, cash);
        List<CostApart> elsewhere = elsewhere(event, leg, pool, cash);
        if (!cash.isEmpty() || event.kind() == Kind.DELISTING) {
            book.realize(
                    leg.booking(),
                    pool,
                    event.date(),
                    taken,
                    paid,
                    elsewhere,
                    leg.row().statedGain(),
                    null);
        } else {
            book.depart(leg.booking().id(), event.date(), pool, taken.lots());
            book.ask(OpenQuestion.Kind.UNITS_WENT_FOR_NOTHING, event.date(), pool, event.ids());
        }
    }

    /** Units that were paid for cost that; without a payment, what should have gone for them is not told. */
    private static void come(Book book, ActionEvent event, Leg leg, Pool pool) {
        List<Money> cash = cash(event, leg);
        BigDecimal paid = sum(book, event, pool, cash);
        boolean bought = paid == null || paid.signum() < 0;
        BigDecimal cost = paid == null || !bought ? null : paid.negate();
        pool.add(Lot.of(event.date(), units(leg), cost, leg.booking().id()).beside(elsewhere(event, leg, pool, cash)));
        if (!bought) {
            book.ask(OpenQuestion.Kind.UNITS_CAME_FROM_NOTHING, event.date(), pool, event.ids());
        }
    }

    /** The money of the only row that moves units is that of all rows. */
    private static List<Money> cash(ActionEvent event, Leg leg) {
        return event.in().size() + event.out().size() == 1 ? event.cash() : own(leg);
    }

    /** Not known where a part of it is in another currency than the position. */
    private static @Nullable BigDecimal sum(Book book, ActionEvent event, Pool pool, List<Money> cash) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Money money : cash) {
            if (sum != null && money.currency().equals(pool.key.currency())) {
                sum = sum.add(money.amount().value());
            } else {
                sum = null;
            }
        }
        if (sum == null) {
            book.ask(OpenQuestion.Kind.CASH_IN_ANOTHER_CURRENCY, event.date(), pool, event.ids());
        }
        return sum;
    }

    private static List<CostApart> elsewhere(ActionEvent event, Leg leg, Pool pool, List<Money> cash) {
        return cash.stream()
                .filter(money -> !money.currency().equals(pool.key.currency()))
                .map(money -> new CostApart(leg.booking().id(), event.date(), money))
                .toList();
    }

    private static List<Money> own(Leg leg) {
        Money cash = leg.row().cash();
        return cash == null || cash.amount().value().signum() == 0 ? List.of() : List.of(cash);
    }

    private static int held(Book book, Leg leg) {
        return pool(book, leg).quantity().signum();
    }

    static Pool pool(Book book, Leg leg) {
        return book.poolOf(leg.row().instrument(), currency(leg));
    }

    static @Nullable CurrencyCode currency(Leg leg) {
        Money stated = leg.row().cash() != null ? leg.row().cash() : leg.row().value();
        return stated == null ? leg.row().currency() : stated.currency();
    }

    static BigDecimal units(Leg leg) {
        return leg.units();
    }
}
