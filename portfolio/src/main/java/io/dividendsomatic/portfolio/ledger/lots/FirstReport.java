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

/** What a broker states first of the positions of an account: how they stand at the end of a day. */
public record FirstReport(LocalDate day, List<Stated> positions) {

    public FirstReport {
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
    public record Unexplained(Instrument instrument, CurrencyCode currency, Lot lot) {}

    /** Units and cost by our own count; the cost is absent when that of one is. */
    private record Counted(BigDecimal units, @Nullable BigDecimal cost) {}

    /**
     * The units that the bookings up to that day do not come to. Their cost is what is left of the stated one; unknown
     * where none is stated, where that of the others is unknown, or where the others alone cost more. A position that the
     * bookings make larger than the report, or turn to the other side, is no opening: the two contradict each other.
     *
     * @param told what the bookings alone come to
     */
    public List<Unexplained> unexplained(LotView told, Function<Instrument, InstrumentKey> identify) {
        SortedMap<PositionKey, Stated> sums = new TreeMap<>();
        positions.forEach(position -> sums.merge(
                new PositionKey(identify.apply(position.instrument()), position.currency()), position, Stated::and));
        List<Unexplained> all = new ArrayList<>();
        sums.forEach((key, stated) -> {
            boolean alone = sums.keySet().stream()
                    .allMatch(other -> other.equals(key) || !other.instrument().equals(key.instrument()));
            Counted ours = counted(told, key, alone);
            BigDecimal units = stated.quantity().value().subtract(ours.units());
            if (units.signum() != 0
                    && units.signum() == stated.quantity().value().signum()
                    && ours.units().signum() != -units.signum()) {
                FactId origin =
                        FactId.of("opening " + day + " " + key.instrument().value() + " " + key.currency());
                Lot lot = Lot.of(day, units, cost(stated, ours, units), origin).opened(new Opening(stated.sources()));
                all.add(new Unexplained(stated.instrument(), stated.currency(), lot));
            }
        });
        return all;
    }

    /** @param alone whether the report states the instrument in one currency: then ours in any other are the same units */
    private Counted counted(LotView told, PositionKey key, boolean alone) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (LotPosition position : told.positions().values()) {
            PositionDay ours = position.at(day);
            CurrencyCode currency = position.key().currency();
            boolean same = key.currency() != null && key.currency().equals(currency);
            if (ours == null
                    || ours.quantity().value().signum() == 0
                    || !position.key().instrument().equals(key.instrument())
                    || !(same || alone || currency == null)) {
                continue;
            }
            units = units.add(ours.quantity().value());
            cost = cost == null || !same || ours.cost() == null
                    ? null
                    : cost.add(ours.cost().value());
        }
        return new Counted(units, cost);
    }

    private static @Nullable BigDecimal cost(Stated stated, Counted ours, BigDecimal units) {
        if (stated.cost() == null || ours.cost() == null) {
            return null;
        }
        BigDecimal rest = stated.cost().value().subtract(ours.cost());
        return rest.signum() == -units.signum() ? null : rest;
    }
}
