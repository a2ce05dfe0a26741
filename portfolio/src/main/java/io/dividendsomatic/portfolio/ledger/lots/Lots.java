package io.dividendsomatic.portfolio.ledger.lots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done to a list of lots of one side; every one of these keeps the sums exact. */
final class Lots {

    private Lots() {}

    /**
     * Lots taken from others.
     *
     * @param missing units that were asked for and are not there; never negative
     */
    record Taken(List<Lot> lots, List<Lot> left, BigDecimal missing) {}

    /** Takes so many units (a positive number, of long and short lots alike), the first lots first. */
    static Taken take(List<Lot> lots, BigDecimal units) {
        List<Lot> taken = new ArrayList<>();
        List<Lot> left = new ArrayList<>();
        BigDecimal wanted = units;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            BigDecimal has = lot.quantity().value();
            if (wanted.signum() == 0) {
                left.addAll(lots.subList(i, lots.size()));
                break;
            } else if (has.abs().compareTo(wanted) <= 0) {
                taken.add(lot);
                wanted = wanted.subtract(has.abs());
            } else {
                Lot part = lot.part(has.signum() < 0 ? wanted.negate() : wanted);
                taken.add(part);
                left.add(lot.without(part));
                wanted = BigDecimal.ZERO;
            }
        }
        return new Taken(taken, left, wanted);
    }

    /** The lots by age with another one: a lot of its own, or averaged into the one that is there. */
    static List<Lot> with(List<Lot> lots, Lot lot, Method method) {
        if (lot.quantity().value().signum() == 0) {
            return lots;
        }
        if (method == Method.AVERAGE && !lots.isEmpty()) {
            return List.of(lots.getFirst().averagedWith(lot));
        }
        List<Lot> more = new ArrayList<>(lots);
        int place = more.size();
        while (place > 0 && more.get(place - 1).date().isAfter(lot.date())) {
            place--;
        }
        more.add(place, lot);
        return more;
    }

    /** The lots scaled to so many units in all; costs and dates stay, and the last lot keeps the remainder. */
    static List<Lot> scaled(List<Lot> lots, BigDecimal units) {
        BigDecimal had = Lot.quantity(lots);
        List<Lot> scaled = new ArrayList<>();
        BigDecimal rest = units;
        for (int i = 0; i < lots.size(); i++) {
            boolean last = i == lots.size() - 1;
            BigDecimal own =
                    last ? rest : Share.of(units, lots.get(i).quantity().value(), had);
            scaled.add(lots.get(i).counting(own));
            rest = rest.subtract(own);
        }
        return scaled;
    }

    /** The lots with the share of their charges that a part has in a whole. */
    static List<Lot> sharing(List<Lot> lots, BigDecimal part, BigDecimal whole) {
        return lots.stream()
                .map(lot -> lot.beside(CostApart.share(lot.apart(), part, whole)))
                .toList();
    }

    /** The lots with what stays of their charges once those of the others, lot by lot, are gone. */
    static List<Lot> without(List<Lot> lots, List<Lot> others) {
        List<Lot> left = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            left.add(lot.beside(CostApart.less(lot.apart(), others.get(i).apart())));
        }
        return left;
    }

    /** The lots for another cost in all, in proportion to what each one cost (else to its units). */
    static List<Lot> costing(List<Lot> lots, @Nullable BigDecimal cost) {
        BigDecimal had = Lot.cost(lots);
        boolean byUnits = had == null || had.signum() == 0;
        BigDecimal whole = had == null || byUnits ? Lot.quantity(lots) : had;
        List<Lot> priced = new ArrayList<>();
        BigDecimal rest = cost;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (cost == null || rest == null) {
                priced.add(lot.costing(null));
                continue;
            }
            boolean last = i == lots.size() - 1;
            BigDecimal weight = byUnits || lot.cost() == null
                    ? lot.quantity().value()
                    : lot.cost().value();
            BigDecimal own = last ? rest : Share.of(cost, weight, whole);
            priced.add(lot.costing(own));
            rest = rest.subtract(own);
        }
        return priced;
    }
}
