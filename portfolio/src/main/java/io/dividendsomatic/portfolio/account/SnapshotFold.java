package io.dividendsomatic.portfolio.account;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the position rows of a statement into one list of positions a day. Rows of the same instrument, currency and
 * price are added up, so that lots and whole positions of equal numbers give the same; the order of the rows does not
 * matter.
 */
final class SnapshotFold {

    private SnapshotFold() {}

    static SortedMap<LocalDate, List<Position>> fold(List<StatementLine> rows, InstrumentList instruments) {
        SortedMap<LocalDate, SortedMap<Key, Position>> days = new TreeMap<>();
        for (StatementLine line : rows) {
            if (line.row() instanceof OpenPosition row) {
                Position position = position(line.line(), row, instruments.complete(row.instrument()));
                days.computeIfAbsent(row.asOf(), day -> new TreeMap<>())
                        .merge(Key.of(position), position, SnapshotFold::sum);
            }
        }
        SortedMap<LocalDate, List<Position>> folded = new TreeMap<>();
        days.forEach((day, positions) -> folded.put(day, List.copyOf(positions.values())));
        return folded;
    }

    private static Position position(int line, OpenPosition row, Instrument instrument) {
        return new Position(
                instrument,
                row.currency(),
                row.quantity(),
                row.markPrice(),
                row.marketValue(),
                row.costBasis(),
                row.unrealizedPnl(),
                row.fxRateToBase(),
                List.of(line));
    }

    /** The earlier line names the instrument; a figure that one of the rows does not state is unknown for the sum. */
    private static Position sum(Position one, Position other) {
        boolean inOrder = one.lines().getFirst() <= other.lines().getFirst();
        Position first = inOrder ? one : other;
        Position second = inOrder ? other : one;
        List<Integer> lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        lines.sort(naturalOrder());
        return new Position(
                first.instrument().completedBy(second.instrument()),
                one.currency(),
                one.quantity().plus(other.quantity()),
                one.markPrice(),
                sum(one.marketValue(), other.marketValue()),
                sum(one.costBasis(), other.costBasis()),
                sum(one.unrealizedPnl(), other.unrealizedPnl()),
                first.fxRateToBase() != null ? first.fxRateToBase() : second.fxRateToBase(),
                lines);
    }

    private static @Nullable Amount sum(@Nullable Amount one, @Nullable Amount other) {
        return one == null || other == null ? null : one.plus(other);
    }

    private record Key(
            InstrumentKey instrument,
            CurrencyCode currency,
            @Nullable BigDecimal price) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = comparing(Key::instrument)
                .thenComparing(Key::currency)
                .thenComparing(Key::price, nullsFirst(naturalOrder()));

        static Key of(Position position) {
            UnitPrice price = position.markPrice();
            return new Key(position.instrument().key(), position.currency(), price == null ? null : price.value());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
