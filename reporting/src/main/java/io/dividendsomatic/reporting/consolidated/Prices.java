package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.BookingFigures;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account's own trades, its broker's reports and vendors tell of the worth of a unit. What was told before a split
 * is told in the units of the day that is valued.
 */
final class Prices {
    /** A report of a later day may value units that came between two reports, when it is as near as this. */
    private static final int NEXT_REPORT_DAYS = 31;

    /** What one unit of is not what a vendor lists. */
    private static final Set<String> UNLISTED = Set.of("OPT", "FUT", "FOP", "WAR", "BOND", "CASH");

    private final Known known;
    private final Map<PositionKey, NavigableMap<LocalDate, BigDecimal>> traded = new HashMap<>();
    private final Map<LocalDate, Map<PositionKey, BigDecimal>> reported = new HashMap<>();

    Prices(Known known) {
        this.known = known;
    }

    /**
     * Takes bookings in their order. What was paid without costs for each unit has the multiplier of a contract in it, and
     * a bond's percent.
     */
    void add(BookingLine trade) {
        BookingFigures figures = trade.figures();
        InstrumentKey instrument = trade.instrument();
        Money amount = figures.amount();
        if (trade.kind() != BookingKind.TRADE
                || instrument == null
                || amount == null
                || figures.quantity() == null
                || figures.quantity().value().signum() == 0) {
            return;
        }
        BigDecimal bare = amount.amount()
                .value()
                .subtract(cost(figures.fee(), amount.currency()))
                .subtract(cost(figures.tax(), amount.currency()));
        if (bare.signum() != 0) {
            traded.computeIfAbsent(new PositionKey(instrument, amount.currency()), first -> new TreeMap<>())
                    .put(
                            trade.date(),
                            bare.abs().divide(figures.quantity().value().abs(), UnitValue.DIGITS));
        }
    }

    private static BigDecimal cost(@Nullable Money cost, CurrencyCode currency) {
        return cost == null || !cost.currency().equals(currency)
                ? BigDecimal.ZERO
                : cost.amount().value();
    }

    /** As a report of that day values it. */
    Optional<UnitValue> reportedOn(LocalDate day, PositionKey key) {
        return Optional.ofNullable(of(day).get(key)).map(value -> new UnitValue(day, value, UnitValue.REPORT));
    }

    private Map<PositionKey, BigDecimal> of(LocalDate day) {
        Map<PositionKey, BigDecimal> units = reported.get(day);
        if (units == null) {
            units = new HashMap<>();
            for (HeldPosition position : known.positions().apply(day)) {
                BigDecimal quantity = position.quantity().value();
                if (position.marketValue() != null && quantity.signum() != 0) {
                    units.put(
                            new PositionKey(known.identify().apply(position.instrument()), position.currency()),
                            position.marketValue().value().divide(quantity, UnitValue.DIGITS));
                }
            }
            reported.put(day, units);
        }
        return units;
    }

    /** The newest of the report before the day and of the trades since. */
    private Optional<UnitValue> own(LocalDate day, PositionKey key, @Nullable LocalDate lastReport) {
        Map.Entry<LocalDate, BigDecimal> trade =
                traded.getOrDefault(key, new TreeMap<>()).floorEntry(day);
        if (trade != null && (lastReport == null || trade.getKey().isAfter(lastReport))) {
            return Optional.of(trade(trade));
        }
        return (lastReport == null ? Optional.<UnitValue>empty() : reportedOn(lastReport, key))
                .or(() -> Optional.ofNullable(trade).map(Prices::trade));
    }

    private static UnitValue trade(Map.Entry<LocalDate, BigDecimal> trade) {
        return new UnitValue(trade.getKey(), trade.getValue(), UnitValue.TRADE);
    }

    private UnitValue inUnitsOf(LocalDate day, PositionKey key, UnitValue told) {
        BigDecimal factor = splitSince(told, day, key);
        return factor.compareTo(BigDecimal.ONE) == 0
                ? told
                : new UnitValue(told.day(), told.value().divide(factor, UnitValue.DIGITS), told.source());
    }

    private BigDecimal splitSince(UnitValue told, LocalDate day, PositionKey key) {
        return known.splits()
                .getOrDefault(key.instrument(), Splits.NONE)
                .upTo(day)
                .factorSince(told.day());
    }

    /**
     * The newest of the report before the day, of the trades since and of what vendors list; of equal days the account's
     * own.
     */
    Optional<UnitValue> at(LocalDate day, PositionKey key, @Nullable LocalDate lastReport, Instrument instrument) {
        Optional<UnitValue> own = own(day, key, lastReport);
        return listed(day, key, instrument)
                .filter(price -> own.isEmpty() || price.day().isAfter(own.get().day()))
                .or(() -> own.map(price -> inUnitsOf(day, key, price)));
    }

    /** Vendors divide what they list by later splits, or do not yet: nothing is taken from before one. */
    private Optional<UnitValue> listed(LocalDate day, PositionKey key, Instrument instrument) {
        boolean single =
                instrument.multiplier() == null || instrument.multiplier().compareTo(BigDecimal.ONE) == 0;
        return !single || (instrument.assetClass() != null && UNLISTED.contains(instrument.assetClass()))
                ? Optional.empty()
                : Optional.ofNullable(known.listed().apply(key).floorEntry(day))
                        .map(Map.Entry::getValue)
                        .filter(price -> splitSince(price, day, key).compareTo(BigDecimal.ONE) == 0);
    }

    /** Of units that were moved that day: as last known, else as the next report values them. */
    Optional<UnitValue> moved(LocalDate day, PositionKey key) {
        LocalDate after = known.reported().ceilingKey(day);
        return own(day, key, known.reported().floorKey(day))
                .map(price -> inUnitsOf(day, key, price))
                .or(() -> after == null || after.isAfter(day.plusDays(NEXT_REPORT_DAYS))
                        ? Optional.empty()
                        : reportedOn(after, key));
    }
}
