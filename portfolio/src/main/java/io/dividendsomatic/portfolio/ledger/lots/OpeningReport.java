package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a broker states of the positions of an account at the end of a day, where units can have come that no file tells:
 * the first report, and each one after days of which no file tells the bookings ({@link OpeningDay}). Of other reports the
 * files contradict each other, and nothing is made of that but a break in the comparison.
 *
 * @param previous the day of the report before it; absent of the first
 */
public record OpeningReport(LocalDate day, @Nullable LocalDate previous, List<Stated> positions) {

    public OpeningReport {
        positions = List.copyOf(positions);
    }

    /**
     * A position as it is stated.
     *
     * @param quantity negative when short
     * @param cost of all its units; negative when short; absent where it is not stated
     */
    public record Stated(
            Instrument instrument,
            CurrencyCode currency,
            Quantity quantity,
            @Nullable Amount cost,
            List<SourceRef> sources) {

        public Stated {
            sources = List.copyOf(sources);
        }

        private Stated and(Stated other) {
            return new Stated(
                    instrument.completedBy(other.instrument),
                    currency,
                    quantity.plus(other.quantity),
                    cost == null || other.cost == null ? null : cost.plus(other.cost),
                    Stream.concat(sources.stream(), other.sources.stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** Units that the report states and no booking brought, as the lot that they are from the end of that day on. */
    private record Unexplained(Instrument instrument, CurrencyCode currency, Lot lot) {}

    /** A position by our own count; the cost is absent when that of one lot is unknown. */
    record Counted(
            PositionKey key, BigDecimal units, @Nullable BigDecimal cost) {}

    /** Whether it states any units that what was folded does not come to. */
    public boolean statesMoreThan(LotView told, Function<Instrument, InstrumentKey> identify) {
        List<Counted> ours = told.positions().values().stream()
                .flatMap(position -> Stream.ofNullable(position.at(day))
                        .map(then -> new Counted(
                                position.key(),
                                then.quantity().value(),
                                then.cost() == null ? null : then.cost().value())))
                .toList();
        return !unexplained(ours, identify).isEmpty();
    }

    /** Opens a lot for each position of which the bookings and the reports before it do not come to all units. */
    void open(Book book) {
        for (Unexplained opening : unexplained(book.counted(), book.rules.identify())) {
            Pool pool = book.pool(opening.instrument(), opening.currency());
            BigDecimal units = opening.lot().quantity().value();
            if (pool.quantity().signum() != -units.signum()) {
                pool.addAfter(previous, opening.lot());
                pool.note(day, units);
            }
        }
    }

    /**
     * The units that we do not come to. Their cost is what is left of the stated one; unknown where none is stated, where
     * that of the others is unknown, or where the others alone cost more. A position that the bookings make larger than the
     * report, or turn to the other side, is no opening: the two contradict each other.
     */
    private List<Unexplained> unexplained(List<Counted> ours, Function<Instrument, InstrumentKey> identify) {
        SortedMap<PositionKey, Stated> sums = new TreeMap<>();
        positions.forEach(position -> sums.merge(
                new PositionKey(identify.apply(position.instrument()), position.currency()), position, Stated::and));
        List<Unexplained> all = new ArrayList<>();
        sums.forEach((key, stated) -> {
            boolean alone = sums.keySet().stream()
                    .allMatch(other -> other.equals(key) || !other.instrument().equals(key.instrument()));
            Counted counted = counted(ours, key, alone);
            BigDecimal units = stated.quantity().value().subtract(counted.units());
            if (units.signum() != 0
                    && units.signum() == stated.quantity().value().signum()
                    && counted.units().signum() != -units.signum()) {
                FactId origin =
                        FactId.of("opening " + day + " " + key.instrument().value() + " " + key.currency());
                Lot lot =
                        Lot.of(day, units, cost(stated, counted, units), origin).opened(new Opening(stated.sources()));
                all.add(new Unexplained(stated.instrument(), stated.currency(), lot));
            }
        });
        return all;
    }

    /** @param alone whether the report states the instrument in one currency: then ours in any other are the same units */
    private static Counted counted(List<Counted> ours, PositionKey key, boolean alone) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Counted position : ours) {
            CurrencyCode currency = position.key().currency();
            boolean same = key.currency() != null && key.currency().equals(currency);
            if (position.units().signum() == 0
                    || !position.key().instrument().equals(key.instrument())
                    || !(same || alone || currency == null)) {
                continue;
            }
            units = units.add(position.units());
            cost = cost == null || !same || position.cost() == null ? null : cost.add(position.cost());
        }
        return new Counted(key, units, cost);
    }

    private static @Nullable BigDecimal cost(Stated stated, Counted ours, BigDecimal units) {
        if (stated.cost() == null || ours.cost() == null) {
            return null;
        }
        BigDecimal rest = stated.cost().value().subtract(ours.cost());
        return rest.signum() == -units.signum() ? null : rest;
    }
}
