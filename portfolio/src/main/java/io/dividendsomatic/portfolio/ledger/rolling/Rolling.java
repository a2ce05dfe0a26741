package io.dividendsomatic.portfolio.ledger.rolling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rolls what a broker reported of a day forward by the bookings after it. A reported position goes on as one lot with
 * its cost, so that a sale takes its share of it; where our own lots come to the same units and cost on that day they go
 * on instead, since they know which is the oldest.
 */
public final class Rolling {
    /** What can change a position. */
    public static final Set<BookingKind> MOVE_UNITS = Collections.unmodifiableSet(
            EnumSet.of(BookingKind.TRADE, BookingKind.TRANSFER, BookingKind.CORPORATE_ACTION));

    /** The broker's code of a trade that opens a position: a reported short one is not a sale of something missing. */
    private static final String OPENS = "O";

    private Rolling() {}

    /** Whether it can change a position. */
    public static boolean movesUnits(Booking booking) {
        return MOVE_UNITS.contains(booking.view().kind());
    }

    /**
     * The positions that change after the reported day until {@code last}, with those of their days.
     *
     * @param day that was reported; absent before the first report: then our own lots are all there is
     * @param bookings of those days, in any order
     * @param own lots of the whole account, from its first booking on
     */
    public static SortedMap<PositionKey, LotPosition> after(
            @Nullable LocalDate day,
            Collection<ReportedPosition> reported,
            LocalDate last,
            Collection<Booking> bookings,
            LotView own,
            LotRules rules) {
        SortedMap<PositionKey, LotPosition> changed = new TreeMap<>();
        if (bookings.stream().noneMatch(Rolling::movesUnits)) {
            return changed;
        }
        if (day == null) {
            own.positions().forEach((key, position) -> put(changed, position, LocalDate.MIN, last));
            return changed;
        }
        SortedMap<PositionKey, ReportedPosition> sums = sums(reported, rules);
        List<Booking> all = new ArrayList<>(bookings);
        sums.forEach((key, position) -> all.add(seed(day, key, position)));
        LotFold.fold(all, Method.FIFO, rules).positions().forEach((key, position) -> put(changed, position, day, last));
        changed.replaceAll((key, position) -> {
            SortedMap<PositionKey, LotPosition> ours = new TreeMap<>();
            LotPosition whole = own.positions().get(key);
            if (whole != null && agree(sums.get(key), whole, day)) {
                put(ours, whole, day, last);
            }
            LotPosition going = ours.get(key);
            return going != null && dates(going).equals(dates(position)) ? going : position;
        });
        return changed;
    }

    /** The sum of each position; a broker may list it at several prices. */
    public static SortedMap<PositionKey, ReportedPosition> sums(Collection<ReportedPosition> reported, LotRules rules) {
        SortedMap<PositionKey, ReportedPosition> sums = new TreeMap<>();
        reported.forEach(position -> sums.merge(
                new PositionKey(rules.identify().apply(position.instrument()), position.currency()),
                position,
                (one, other) -> new ReportedPosition(
                        one.instrument().completedBy(other.instrument()),
                        one.currency(),
                        one.quantity().plus(other.quantity()),
                        one.cost() == null || other.cost() == null
                                ? null
                                : one.cost().plus(other.cost()))));
        return sums;
    }

    private static void put(
            SortedMap<PositionKey, LotPosition> changed, LotPosition position, LocalDate after, LocalDate last) {
        List<PositionDay> days = position.days().stream()
                .filter(day -> day.date().isAfter(after) && !day.date().isAfter(last))
                .toList();
        if (!days.isEmpty()) {
            changed.put(
                    position.key(),
                    new LotPosition(position.key(), position.instrument(), position.lots(), days, position.open()));
        }
    }

    private static List<LocalDate> dates(LotPosition position) {
        return position.days().stream().map(PositionDay::date).toList();
    }

    private static boolean agree(@Nullable ReportedPosition reported, LotPosition own, LocalDate day) {
        PositionDay ours = own.at(day);
        BigDecimal units = ours == null ? BigDecimal.ZERO : ours.quantity().value();
        if (reported == null) {
            return units.signum() == 0;
        }
        Amount cost = ours == null ? null : ours.cost();
        return reported.quantity().value().compareTo(units) == 0
                && cost != null
                && (reported.cost() == null || reported.cost().equals(cost));
    }

    /** As if it had been bought on the reported day for its cost. */
    private static Booking seed(LocalDate day, PositionKey key, ReportedPosition position) {
        FactId id = FactId.of("reported " + day + " " + key.instrument().value() + " " + key.currency());
        Amount cost = position.cost();
        Trade trade = new Trade(
                TradeTime.on(day),
                position.instrument(),
                position.quantity(),
                position.currency(),
                null,
                cost == null ? null : new Amount(cost.value().negate()),
                Costs.NONE,
                null,
                null,
                null,
                null,
                Trade.Level.EXECUTION,
                List.of(OPENS),
                null,
                References.NONE);
        return new Booking(id, trade, List.of(), List.of(id));
    }
}
