package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that came together and are still there.
 *
 * @param date on which they were acquired, or sold short; an average keeps its oldest
 * @param quantity negative when short
 * @param cost of all its units, with commission and tax, in the position's currency; negative when short: what the sale
 *     brought; absent when no file tells it
 * @param origin the booking that brought them
 * @param apart its charges that are in no cost
 * @param allocationUnknown whether how the cost is shared with another security was not told: then it is as if nothing
 *     of it had moved
 * @param opening what is known of them where no booking brought them, but a report states them; absent else
 */
public record Lot(
        LocalDate date,
        Quantity quantity,
        @Nullable Amount cost,
        FactId origin,
        List<CostApart> apart,
        boolean allocationUnknown,
        @Nullable Opening opening) {

    public Lot {
        apart = List.copyOf(apart);
    }

    static Lot of(LocalDate date, BigDecimal quantity, @Nullable BigDecimal cost, FactId origin) {
        return new Lot(date, new Quantity(quantity), amount(cost), origin, List.of(), false, null);
    }

    /** These units for another cost. */
    Lot costing(@Nullable BigDecimal other) {
        return new Lot(date, quantity, amount(other), origin, apart, allocationUnknown, opening);
    }

    /** The same cost for so many units. */
    Lot counting(BigDecimal units) {
        return new Lot(date, new Quantity(units), cost, origin, apart, allocationUnknown, opening);
    }

    /** With these charges beside its cost in place of those that it had. */
    Lot beside(List<CostApart> others) {
        return new Lot(date, quantity, cost, origin, others, allocationUnknown, opening);
    }

    Lot flagged() {
        return new Lot(date, quantity, cost, origin, apart, true, opening);
    }

    /** Known from a report, as far as that says. */
    Lot opened(@Nullable Opening by) {
        return new Lot(date, quantity, cost, origin, apart, allocationUnknown, by);
    }

    /** So many of its units, with their share of the cost. */
    Lot part(BigDecimal units) {
        BigDecimal share = cost == null ? null : Share.of(cost.value(), units, quantity.value());
        return counting(units).costing(share).beside(CostApart.share(apart, units, quantity.value()));
    }

    /** What stays once that part is gone. */
    Lot without(Lot part) {
        BigDecimal rest =
                cost == null || part.cost == null ? null : cost.value().subtract(part.cost.value());
        return counting(quantity.value().subtract(part.quantity.value()))
                .costing(rest)
                .beside(CostApart.less(apart, part.apart));
    }

    /** Both as one lot of the older one's date; its cost is unknown when one of the two is. */
    Lot averagedWith(Lot other) {
        Lot older = other.date.isBefore(date) ? other : this;
        BigDecimal sum =
                cost == null || other.cost == null ? null : cost.value().add(other.cost.value());
        Lot both = older.counting(quantity.value().add(other.quantity.value()))
                .costing(sum)
                .beside(CostApart.averaged(apart, other.apart));
        Lot known = both.opened(Opening.both(opening, other.opening));
        return allocationUnknown || other.allocationUnknown ? known.flagged() : known;
    }

    static List<CostApart> apart(List<Lot> lots) {
        return lots.stream().flatMap(lot -> lot.apart.stream()).toList();
    }

    static BigDecimal quantity(List<Lot> lots) {
        return lots.stream().map(lot -> lot.quantity.value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The cost of all, or nothing when that of one is unknown. */
    static @Nullable BigDecimal cost(List<Lot> lots) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.cost == null) {
                return null;
            }
            sum = sum.add(lot.cost.value());
        }
        return sum;
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
