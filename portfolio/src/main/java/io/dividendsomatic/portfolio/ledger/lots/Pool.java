package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A position while it is folded. Its lots are all long or all short. */
final class Pool {
    final PositionKey key;
    private final Method method;
    private Instrument instrument;
    private List<Lot> lots = List.of();
    private final SortedMap<LocalDate, PositionDay> days = new TreeMap<>();
    private final List<CostApart> costsApart = new ArrayList<>();
    private final List<Splits.Applied> splits = new ArrayList<>();
    private boolean open;

    Pool(PositionKey key, Method method, Instrument instrument) {
        this.key = key;
        this.method = method;
        this.instrument = instrument;
    }

    BigDecimal quantity() {
        return Lot.quantity(lots);
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
        lots = Lots.with(lots, lot, method);
    }

    void addAll(List<Lot> more) {
        more.forEach(this::add);
    }

    /** Takes so many units, a positive number. */
    Lots.Taken take(BigDecimal units) {
        Lots.Taken taken = Lots.take(lots, units);
        lots = taken.left();
        return taken;
    }

    void replace(List<Lot> others) {
        lots = others;
    }

    void apart(CostApart cost) {
        costsApart.add(cost);
    }

    void split(Splits.Applied split) {
        splits.add(split);
    }

    List<Splits.Applied> splits() {
        return splits;
    }

    void markOpen() {
        open = true;
    }

    /** Notes how the position stands now; several changes of a day add up. */
    void note(LocalDate date, BigDecimal change) {
        PositionDay before = days.get(date);
        BigDecimal sum = before == null ? change : before.change().value().add(change);
        BigDecimal cost = Lot.cost(lots);
        days.put(
                date,
                new PositionDay(
                        date, new Quantity(sum), new Quantity(quantity()), cost == null ? null : new Amount(cost)));
    }

    LotPosition position() {
        return new LotPosition(key, instrument, lots, List.copyOf(days.values()), costsApart, open);
    }
}
