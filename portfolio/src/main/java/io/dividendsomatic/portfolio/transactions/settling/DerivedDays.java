package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.ledger.rolling.ReportedPosition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an account held between the reports of its broker: the days, and the positions that changed on them. */
public record DerivedDays(List<DerivedDay> days, List<PositionLine> lines) {
    /** No later change is known. */
    static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    public DerivedDays {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    static DerivedDays of(Settlement settlement, Stretches stretches) {
        return new Gathering(settlement, stretches).gather();
    }

    /** The derived days of one account while they are gathered. */
    private static final class Gathering {
        private final Settlement settlement;
        private final Stretches stretches;
        private final Map<String, List<SourceRef>> sources = new HashMap<>();
        private final Map<String, BigDecimal> missing = new HashMap<>();
        private final List<DerivedDay> days = new ArrayList<>();
        private final List<PositionLine> lines = new ArrayList<>();

        Gathering(Settlement settlement, Stretches stretches) {
            this.settlement = settlement;
            this.stretches = stretches;
        }

        DerivedDays gather() {
            for (Booking booking : settlement.ledger().bookings()) {
                var instrument = booking.view().instrument();
                if (instrument != null) {
                    sources.computeIfAbsent(
                                    at(stretches.identify(instrument), booking.date()), new_ -> new ArrayList<>())
                            .addAll(booking.sources());
                }
            }
            settlement
                    .ledger()
                    .fifo()
                    .gaps()
                    .forEach(gap -> missing.merge(
                            gap.position() + " " + gap.date(), gap.quantity().value(), BigDecimal::add));
            stretches.unreported().forEach(this::stretch);
            return new DerivedDays(days, lines);
        }

        private static String at(InstrumentKey instrument, LocalDate date) {
            return instrument.value() + " " + date;
        }

        private void stretch(Stretches.Stretch stretch) {
            SortedMap<PositionKey, LotPosition> changed = stretches.changes(stretch);
            SortedMap<PositionKey, ReportedPosition> reported =
                    changed.isEmpty() ? new TreeMap<>() : stretches.reported(stretch);
            SortedMap<LocalDate, Map<PositionKey, Boolean>> held = new TreeMap<>();
            changed.forEach((key, position) -> {
                ReportedPosition before = reported.get(key);
                boolean open = before != null && before.quantity().value().signum() != 0;
                boolean fromReport = open;
                LocalDate since = LocalDate.MIN;
                for (int i = 0; i < position.days().size(); i++) {
                    PositionDay day = position.days().get(i);
                    boolean last = i == position.days().size() - 1;
                    since = since.equals(LocalDate.MIN) || !open ? day.date() : since;
                    fromReport = fromReport && open;
                    open = day.quantity().value().signum() != 0;
                    held.computeIfAbsent(day.date(), new_ -> new HashMap<>()).put(key, open);
                    lines.add(line(
                            position,
                            day,
                            last ? stretch.end() : position.days().get(i + 1).date(),
                            since,
                            fromReport));
                }
            });
            Map<PositionKey, Boolean> now = new HashMap<>();
            reported.forEach(
                    (key, position) -> now.put(key, position.quantity().value().signum() != 0));
            held.forEach((day, changes) -> {
                now.putAll(changes);
                int count = (int) now.values().stream().filter(open -> open).count();
                days.add(new DerivedDay(
                        settlement.account(), day, stretch.reportedOn(), count, recordedAt(stretch, day)));
            });
        }

        private Instant recordedAt(Stretches.Stretch stretch, LocalDate day) {
            Instant bookings = stretches.bookingsRecordedAt(day);
            return stretch.recordedAt().isAfter(bookings) ? stretch.recordedAt() : bookings;
        }

        private PositionLine line(
                LotPosition position, PositionDay day, LocalDate until, LocalDate since, boolean fromReport) {
            return new PositionLine(
                    settlement.account(),
                    position.key(),
                    position.instrument(),
                    day.date(),
                    until,
                    since,
                    fromReport,
                    day.change(),
                    day.quantity(),
                    day.cost(),
                    day.costsApart(),
                    new Quantity(missing.getOrDefault(position.key() + " " + day.date(), BigDecimal.ZERO)),
                    sources.getOrDefault(at(position.key().instrument(), day.date()), List.of()).stream()
                            .distinct()
                            .sorted()
                            .toList());
        }
    }
}
