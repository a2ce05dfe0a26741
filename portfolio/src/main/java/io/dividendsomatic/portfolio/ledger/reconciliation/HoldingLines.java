package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The units that a file prints beside its rows against our own count of that day, over all currencies: such a file names
 * none. Of several on a day the one nearest to ours stands for the day's last, since files run in either direction.
 */
public final class HoldingLines {

    private HoldingLines() {}

    private record Spot(LocalDate day, InstrumentKey instrument) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return Comparator.comparing(Spot::day)
                    .thenComparing(Spot::instrument)
                    .compare(this, other);
        }
    }

    public static List<ReconciliationLine> of(StatementFile file, Ours ours) {
        SortedMap<Spot, List<Printed<HoldingAfter>>> spots = file.printed(HoldingAfter.class).stream()
                .collect(Collectors.groupingBy(
                        printed -> new Spot(
                                printed.row().date(),
                                ours.rules().identify().apply(printed.row().instrument())),
                        TreeMap::new,
                        Collectors.toList()));
        return spots.entrySet().stream()
                .map(spot -> line(file, spot.getKey(), spot.getValue(), counted(spot.getKey(), ours)))
                .toList();
    }

    private static BigDecimal counted(Spot spot, Ours ours) {
        BigDecimal sum = BigDecimal.ZERO;
        for (var position : ours.lots().positions().values()) {
            PositionDay day = position.key().instrument().equals(spot.instrument()) ? position.at(spot.day()) : null;
            sum = day == null ? sum : sum.add(day.quantity().value());
        }
        return sum;
    }

    private static ReconciliationLine line(
            StatementFile file, Spot spot, List<Printed<HoldingAfter>> printed, BigDecimal own) {
        Printed<HoldingAfter> nearest = printed.stream()
                .min(Comparator.comparing((Printed<HoldingAfter> row) ->
                                row.row().quantity().value().subtract(own).abs())
                        .thenComparing(row -> row.row().quantity().value()))
                .orElseThrow();
        BigDecimal units = nearest.row().quantity().value();
        List<SourceRef> sources = printed.stream()
                .filter(row -> row.row().quantity().value().compareTo(units) == 0)
                .map(Printed::source)
                .toList();
        return ReconciliationLine.of(
                file.file(),
                new Period(spot.day(), spot.day()),
                Item.POSITION_QUANTITY,
                nearest.row().instrument(),
                null,
                new Amount(units),
                new Amount(own),
                Tolerance.ofUnits(List.of(units)),
                sources);
    }
}
