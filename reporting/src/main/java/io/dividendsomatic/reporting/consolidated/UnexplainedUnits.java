package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.ReportedSums;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.PositionChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Units that a report shows and no booking explains, and those that it shows no more though no booking took them: they
 * came from outside or went there, at the report's price of that day or, where it shows none, as last known. They are no
 * gain. Units that come while the position's cost stays are a split or the like, and nothing came. Before the first report
 * the same holds of units that were sold though no file tells how they had come, at the price of the sale.
 */
final class UnexplainedUnits {
    private final Known known;
    private final Prices prices;
    private final BookedUnits booked;
    private final NavigableMap<LocalDate, List<PositionChange>> changes = new TreeMap<>();
    private final List<Flow> flows = new ArrayList<>();

    private UnexplainedUnits(Known known, Prices prices, BookedUnits booked) {
        this.known = known;
        this.prices = prices;
        this.booked = booked;
        known.derived()
                .changes()
                .forEach(change -> changes.computeIfAbsent(change.date(), first -> new ArrayList<>())
                        .add(change));
    }

    static List<Flow> of(Known known, Prices prices, BookedUnits booked) {
        UnexplainedUnits units = new UnexplainedUnits(known, prices, booked);
        units.beforeTheFirstReport();
        LocalDate before = null;
        for (LocalDate day : known.reported().keySet()) {
            if (!units.addUp(before, day)) {
                units.compare(before, day);
            }
            before = day;
        }
        return units.flows;
    }

    /** Whether nothing came or went: of most days it is told without a look at their positions. */
    private boolean addUp(@Nullable LocalDate before, LocalDate day) {
        BigDecimal units = before == null ? BigDecimal.ZERO : sum(before);
        return units.add(booked.sum(before, day)).compareTo(sum(day)) == 0;
    }

    private BigDecimal sum(LocalDate day) {
        return known.reported().getOrDefault(day, List.of()).stream()
                .map(ReportedSums.Sum::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void beforeTheFirstReport() {
        LocalDate first =
                known.reported().isEmpty() ? LocalDate.MAX : known.reported().firstKey();
        changes.headMap(first, false).values().stream().flatMap(List::stream).forEach(change -> {
            InstrumentKey instrument = change.key().instrument();
            BigDecimal moved = booked.on(change.date()).getOrDefault(instrument, BigDecimal.ZERO);
            if (change.missing().value().signum() == 0 || moved.signum() == 0) {
                return;
            }
            BigDecimal units = change.missing().value().multiply(BigDecimal.valueOf(-moved.signum()));
            CurrencyCode currency = change.key().currency();
            BigDecimal value = prices.at(change.date(), change.key(), null, change.instrument())
                    .map(unit -> unit.value().multiply(units, UnitValue.DIGITS))
                    .orElse(null);
            flows.add(new Flow(
                    known.account(),
                    change.date(),
                    FlowKind.UNITS_FIRST_SEEN,
                    value == null ? null : currency,
                    value,
                    null,
                    1,
                    Evidence.ofUnits(change.instrument(), units, null, booked.sources(change.date(), instrument))));
        });
    }

    private void compare(@Nullable LocalDate before, LocalDate day) {
        Map<InstrumentKey, Side> expected = expected(before, day);
        Map<InstrumentKey, Side> shown = reported(day);
        Set<InstrumentKey> all = new TreeSet<>(expected.keySet());
        all.addAll(shown.keySet());
        Map<InstrumentKey, BigDecimal> today = booked.on(day);
        for (InstrumentKey instrument : all) {
            Side was = expected.getOrDefault(instrument, Side.NOTHING).plus(today.get(instrument));
            Side is = shown.getOrDefault(instrument, Side.NOTHING);
            BigDecimal units = is.quantity().subtract(was.quantity());
            if (units.signum() != 0 && !was.isSameLot(is)) {
                flows.add(flow(before, day, instrument, was, is, units));
            }
        }
    }

    private Flow flow(
            @Nullable LocalDate before, LocalDate day, InstrumentKey instrument, Side was, Side is, BigDecimal units) {
        boolean gone = is.quantity().abs().compareTo(was.quantity().abs()) < 0;
        Side seen = is.instrument() == null ? was : is;
        CurrencyCode currency = seen.currency();
        Instrument named = Objects.requireNonNull(seen.instrument());
        BigDecimal unit = is.quantity().signum() != 0 && is.value() != null
                ? is.value().divide(is.quantity(), UnitValue.DIGITS)
                : prices.at(day, new PositionKey(instrument, currency), before, named)
                        .map(UnitValue::value)
                        .orElse(null);
        BigDecimal value = unit == null ? null : unit.multiply(units, UnitValue.DIGITS);
        return new Flow(
                known.account(),
                day,
                gone ? FlowKind.UNITS_GONE : FlowKind.UNITS_FIRST_SEEN,
                value == null ? null : currency,
                value,
                null,
                1,
                Evidence.ofUnits(
                        Objects.requireNonNull(seen.instrument()), units, is.costBeyond(was, units), seen.sources()));
    }

    private Map<InstrumentKey, Side> reported(LocalDate day) {
        Map<InstrumentKey, Side> sides = new HashMap<>();
        known.positions()
                .apply(day)
                .forEach(position ->
                        sides.merge(known.identify().apply(position.instrument()), Side.of(position), Side::plus));
        return sides;
    }

    /** What the report before and the bookings since then come to at the beginning of the day. */
    private Map<InstrumentKey, Side> expected(@Nullable LocalDate before, LocalDate day) {
        Map<PositionKey, Side> held = new TreeMap<>();
        if (before != null) {
            known.positions()
                    .apply(before)
                    .forEach(position -> held.merge(
                            new PositionKey(known.identify().apply(position.instrument()), position.currency()),
                            Side.of(position),
                            Side::plus));
        }
        var since = before == null ? changes.headMap(day, false) : changes.subMap(before, false, day, false);
        since.values().stream()
                .flatMap(List::stream)
                .forEach(change -> held.merge(change.key(), Side.of(change), Side::became));
        Map<InstrumentKey, Side> sides = new HashMap<>();
        held.forEach((key, side) -> sides.merge(key.instrument(), side, Side::plus));
        return sides;
    }
}
