package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A position while it is folded. Its lots are all long or all short. */
final class Pool {
    final PositionKey key;
    private final Method method;
    private Instrument instrument;
    private List<Lot> lots = List.of();

    /** The sums of the lots run along: an account of a hundred thousand trades asks for them at each. */
    private BigDecimal quantity = BigDecimal.ZERO;

    private BigDecimal cost = BigDecimal.ZERO;
    private int unknownCosts;
    private final SortedMap<LocalDate, PositionDay> days = new TreeMap<>();
    private final SortedMap<CurrencyCode, BigDecimal> apart = new TreeMap<>();
    private final List<Splits.Applied> splits = new ArrayList<>();
    private boolean open;

    Pool(PositionKey key, Method method, Instrument instrument) {
        this.key = key;
        this.method = method;
        this.instrument = instrument;
    }

    BigDecimal quantity() {
        return quantity;
    }

    @Nullable
    BigDecimal cost() {
        return unknownCosts == 0 ? cost : null;
    }

    List<Lot> lots() {
        return lots;
    }

    Instrument instrument() {
        return instrument;
    }

    void alsoNamed(Instrument other) {
        instrument = instrument.completedBy(other);
    }

    void add(Lot lot) {
        boolean beside = method == Method.FIFO || lots.isEmpty();
        lots = Lots.with(lots, lot, method);
        if (beside && lot.quantity().value().signum() != 0) {
            count(lot, 1);
        } else {
            replace(lots);
        }
    }

    /** Units that had come after that day, but before all that is known to have; without one before all that is known. */
    void addAfter(@Nullable LocalDate day, Lot lot) {
        List<Lot> all = new ArrayList<>(lots);
        if (method == Method.AVERAGE && !lots.isEmpty()) {
            all.set(0, lots.getFirst().averagedWith(lot));
        } else {
            int place = 0;
            while (day != null && place < all.size() && !all.get(place).date().isAfter(day)) {
                place++;
            }
            all.add(place, lot);
        }
        replace(all);
    }

    void addAll(List<Lot> more) {
        more.forEach(this::add);
    }

    /** Takes so many units, a positive number. */
    Lots.Taken take(BigDecimal units) {
        Lots.Taken taken = Lots.take(lots, units);
        boolean inParts = taken.lots().size() + taken.left().size() > lots.size();
        taken.lots().forEach(lot -> count(lot, -1));
        if (inParts && taken.left().getFirst().cost() == null) {
            unknownCosts++; // the part that stays
        }
        lots = taken.left();
        return taken;
    }

    void replace(List<Lot> others) {
        lots = others;
        quantity = BigDecimal.ZERO;
        cost = BigDecimal.ZERO;
        unknownCosts = 0;
        apart.clear();
        others.forEach(lot -> count(lot, 1));
    }

    private void count(Lot lot, int times) {
        BigDecimal sign = BigDecimal.valueOf(times);
        quantity = quantity.add(lot.quantity().value().multiply(sign));
        if (lot.cost() == null) {
            unknownCosts += times;
        } else {
            cost = cost.add(lot.cost().value().multiply(sign));
        }
        for (CostApart charge : lot.apart()) {
            Money sum = charge.cost();
            apart.merge(sum.currency(), sum.amount().value().multiply(sign), BigDecimal::add);
        }
    }

    void split(Splits.Applied split) {
        splits.add(split);
    }

    List<Splits.Applied> splits() {
        return splits;
    }

    /** Notes that the cost of all units depends on an allocation that was not told. */
    void flag() {
        replace(lots.stream().map(Lot::flagged).toList());
    }

    void markOpen() {
        open = true;
    }

    /** Notes how the position stands now; several changes of a day add up. */
    void note(LocalDate date, BigDecimal change) {
        PositionDay before = days.get(date);
        BigDecimal sum = before == null ? change : before.change().value().add(change);
        BigDecimal paid = cost();
        days.put(
                date,
                new PositionDay(
                        date,
                        new Quantity(sum),
                        new Quantity(quantity),
                        paid == null ? null : new Amount(paid),
                        apart()));
    }

    private List<Money> apart() {
        return apart.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> new Money(new Amount(sum.getValue()), sum.getKey()))
                .toList();
    }

    LotPosition position() {
        return new LotPosition(key, instrument, lots, List.copyOf(days.values()), open);
    }
}
