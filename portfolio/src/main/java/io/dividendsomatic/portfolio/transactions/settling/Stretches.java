package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.ledger.rolling.ReportedPosition;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stretches of time between the reports of an account, each with its bookings. */
final class Stretches {
    private final Settlement settlement;
    private final LotRules rules;
    private final NavigableMap<LocalDate, Report> reports;
    private final Function<LocalDate, List<HeldPosition>> positions;
    private final NavigableMap<LocalDate, List<Booking>> bookings = new TreeMap<>();
    private final NavigableMap<LocalDate, Instant> recordedAt = new TreeMap<>();

    /**
     * @param reports the right one of each day
     * @param positions of a reported day
     * @param recordedAt when each file was recorded
     */
    Stretches(
            Settlement settlement,
            LotRules rules,
            SortedMap<LocalDate, Report> reports,
            Function<LocalDate, List<HeldPosition>> positions,
            Map<FileId, Instant> recordedAt) {
        this.settlement = settlement;
        this.rules = rules;
        this.reports = new TreeMap<>(reports);
        this.positions = positions;
        settlement.ledger().bookings().stream()
                .filter(Rolling::movesUnits)
                .forEach(booking -> bookings.computeIfAbsent(booking.date(), first -> new ArrayList<>())
                        .add(booking));
        Instant latest = Instant.EPOCH;
        for (Map.Entry<LocalDate, List<Booking>> day : bookings.entrySet()) {
            for (Booking booking : day.getValue()) {
                for (SourceRef source : booking.sources()) {
                    Instant told = recordedAt.getOrDefault(source.fileId(), Instant.EPOCH);
                    latest = told.isAfter(latest) ? told : latest;
                }
            }
            this.recordedAt.put(day.getKey(), latest);
        }
    }

    /**
     * The days after a report.
     *
     * @param reportedOn absent before the first report
     * @param recordedAt when the report was recorded
     * @param end the first day that is not part of it
     * @param bookings that move units
     */
    record Stretch(@Nullable LocalDate reportedOn, Instant recordedAt, LocalDate end, List<Booking> bookings) {}

    /** The right report of that day. */
    Optional<Report> reported(LocalDate day) {
        return Optional.ofNullable(reports.get(day));
    }

    InstrumentKey identify(Instrument instrument) {
        return rules.identify().apply(instrument);
    }

    /** Those between reports, and after the last one, that have bookings. */
    List<Stretch> unreported() {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate next : reports.keySet()) {
            add(stretches, from, next);
            from = next;
        }
        add(stretches, from, DerivedDays.FOR_GOOD);
        return stretches;
    }

    private void add(List<Stretch> stretches, @Nullable LocalDate from, LocalDate end) {
        Stretch stretch = stretch(from, end);
        if (!stretch.bookings().isEmpty()) {
            stretches.add(stretch);
        }
    }

    /** From the report before that day through the day itself. */
    Stretch through(LocalDate day) {
        return stretch(reports.lowerKey(day), day.plusDays(1));
    }

    private Stretch stretch(@Nullable LocalDate from, LocalDate end) {
        List<Booking> within = new ArrayList<>();
        NavigableMap<LocalDate, List<Booking>> days =
                from == null ? bookings.headMap(end, false) : bookings.subMap(from, false, end, false);
        days.values().forEach(within::addAll);
        Report report = from == null ? null : reports.get(from);
        return new Stretch(from, report == null ? Instant.EPOCH : report.recordedAt(), end, within);
    }

    /** The positions that the stretch changes, with those of their days that lie in it. */
    SortedMap<PositionKey, LotPosition> changes(Stretch stretch) {
        return Rolling.after(
                stretch.reportedOn(),
                stretch.bookings().isEmpty() ? List.of() : reportedList(stretch),
                stretch.end().minusDays(1),
                stretch.bookings(),
                settlement.told(),
                rules);
    }

    /** The positions that the stretch begins with. */
    SortedMap<PositionKey, ReportedPosition> reported(Stretch stretch) {
        return Rolling.sums(reportedList(stretch), rules);
    }

    private List<ReportedPosition> reportedList(Stretch stretch) {
        LocalDate day = stretch.reportedOn();
        return day == null
                ? List.of()
                : positions.apply(day).stream()
                        .map(held -> new ReportedPosition(
                                held.instrument(), held.currency(), held.quantity(), held.costBasis()))
                        .toList();
    }

    /** What the report before each of these days comes to on it: all that is to be compared with what was reported. */
    LotView rolledTo(List<LocalDate> days) {
        SortedMap<PositionKey, Instrument> names = new TreeMap<>();
        Map<PositionKey, Map<LocalDate, PositionDay>> rolled = new TreeMap<>();
        for (LocalDate day : days) {
            Stretch stretch = through(day);
            reported(stretch).forEach((key, position) -> {
                names.putIfAbsent(key, position.instrument());
                rolled.computeIfAbsent(key, first -> new TreeMap<>())
                        .put(day, new PositionDay(day, Quantity.of("0"), position.quantity(), position.cost()));
            });
            changes(stretch).forEach((key, position) -> {
                PositionDay last = position.days().getLast();
                names.putIfAbsent(key, position.instrument());
                rolled.computeIfAbsent(key, first -> new TreeMap<>())
                        .put(day, new PositionDay(day, last.change(), last.quantity(), last.cost()));
            });
        }
        SortedMap<PositionKey, LotPosition> positions = new TreeMap<>();
        rolled.forEach((key, known) -> {
            List<PositionDay> all =
                    days.stream().map(day -> known.getOrDefault(day, none(day))).toList();
            positions.put(key, new LotPosition(key, Objects.requireNonNull(names.get(key)), List.of(), all, false));
        });
        return new LotView(Method.FIFO, positions, List.of(), List.of(), List.of(), List.of());
    }

    private static PositionDay none(LocalDate day) {
        return new PositionDay(day, Quantity.of("0"), Quantity.of("0"), Amount.of("0"));
    }

    Instant bookingsRecordedAt(LocalDate day) {
        Map.Entry<LocalDate, Instant> latest = recordedAt.floorEntry(day);
        return latest == null ? Instant.EPOCH : latest.getValue();
    }
}
