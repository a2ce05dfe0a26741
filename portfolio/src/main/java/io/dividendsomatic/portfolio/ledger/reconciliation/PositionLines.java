package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a file's days against our lots. A file that lists positions lists all of them: what it leaves out it
 * says to be zero. Before our first booking we say nothing.
 */
record PositionLines(StatementFile file, Ours ours) {
    private static final Amount ZERO = Amount.of("0");

    /** A day and a position. */
    private record Spot(LocalDate day, PositionKey key) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return Comparator.comparing(Spot::day).thenComparing(Spot::key).compare(this, other);
        }
    }

    Stream<ReconciliationLine> lines() {
        List<Printed<OpenPosition>> rows = file.printed(OpenPosition.class);
        SortedMap<Spot, List<Printed<OpenPosition>>> spots =
                rows.stream().collect(Collectors.groupingBy(this::spot, TreeMap::new, Collectors.toList()));
        List<ReconciliationLine> lines = new ArrayList<>();
        spots.forEach((spot, printed) -> {
            List<Printed<OpenPosition>> whole = whole(printed);
            lines.add(quantity(spot, whole));
            lines.add(cost(spot, whole));
        });
        rows.stream()
                .map(row -> row.row().asOf())
                .distinct()
                .sorted()
                .forEach(day -> ours.lots().positions().forEach((key, position) -> {
                    Amount held = held(position, day);
                    if (held.value().signum() != 0 && !spots.containsKey(new Spot(day, key))) {
                        lines.add(ReconciliationLine.of(
                                file.file(),
                                new Period(day, day),
                                Item.POSITION_QUANTITY,
                                position.instrument(),
                                key.currency(),
                                ZERO,
                                held,
                                Tolerance.ofUnits(List.of(ZERO.value())),
                                List.of()));
                    }
                }));
        return lines.stream();
    }

    private Spot spot(Printed<OpenPosition> printed) {
        return new Spot(printed.row().asOf(), key(printed.row(), ours));
    }

    /** Units of which no booking told a currency are those that the file prints in one. */
    static PositionKey key(OpenPosition row, Ours ours) {
        PositionKey key = new PositionKey(ours.rules().identify().apply(row.instrument()), row.currency());
        PositionKey withoutCurrency = new PositionKey(key.instrument(), null);
        Map<PositionKey, LotPosition> positions = ours.lots().positions();
        boolean only = !positions.containsKey(key) && positions.containsKey(withoutCurrency);
        return only ? withoutCurrency : key;
    }

    /** Rows of whole positions; lots only where the file has nothing else. */
    static List<Printed<OpenPosition>> whole(List<Printed<OpenPosition>> rows) {
        List<Printed<OpenPosition>> summaries = rows.stream()
                .filter(row -> row.row().detail() == Detail.SUMMARY)
                .toList();
        return summaries.isEmpty() ? rows : summaries;
    }

    private ReconciliationLine quantity(Spot spot, List<Printed<OpenPosition>> printed) {
        List<BigDecimal> quantities =
                printed.stream().map(row -> row.row().quantity().value()).toList();
        BigDecimal sum = quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        LotPosition position = ours.lots().positions().get(spot.key());
        Amount held = position != null ? held(position, spot.day()) : hasHistory(spot.day()) ? ZERO : null;
        return line(spot, Item.POSITION_QUANTITY, printed, new Amount(sum), held, Tolerance.ofUnits(quantities));
    }

    private ReconciliationLine cost(Spot spot, List<Printed<OpenPosition>> printed) {
        List<BigDecimal> costs = printed.stream()
                .map(row -> row.row().costBasis())
                .filter(Objects::nonNull)
                .map(cost -> Objects.requireNonNull(cost).value())
                .toList();
        Amount sum = costs.size() < printed.size()
                ? null
                : new Amount(costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        Tolerance tolerance = Tolerance.ofMoney(costs, printed.getFirst().row().currency());
        LotPosition position = ours.lots().positions().get(spot.key());
        PositionDay day = position == null ? null : position.at(spot.day());
        return line(spot, Item.POSITION_COST, printed, sum, day == null ? null : day.cost(), tolerance);
    }

    private ReconciliationLine line(
            Spot spot,
            Item item,
            List<Printed<OpenPosition>> printed,
            @Nullable Amount figure,
            @Nullable Amount own,
            Tolerance tolerance) {
        Instrument instrument = printed.getFirst().row().instrument();
        List<SourceRef> sources = printed.stream().map(Printed::source).toList();
        return ReconciliationLine.of(
                file.file(),
                new Period(spot.day(), spot.day()),
                item,
                instrument,
                printed.getFirst().row().currency(),
                figure,
                own,
                tolerance,
                sources);
    }

    private boolean hasHistory(LocalDate day) {
        Map<PositionKey, LotPosition> positions = ours.lots().positions();
        return positions.values().stream().anyMatch(position -> position.at(day) != null);
    }

    private static Amount held(LotPosition position, LocalDate day) {
        PositionDay latest = position.at(day);
        Quantity quantity = latest == null ? null : latest.quantity();
        return quantity == null ? ZERO : new Amount(quantity.value());
    }
}
