package io.dividendsomatic.reporting.instrument;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.InstrumentDays.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Price, cost and units of one instrument over all accounts, day by day, in the currency in which it was held last. Parts
 * that are held in another currency are left out, and said to be.
 *
 * @param currency absent where nothing was ever held
 * @param elsewhere whether units are held in other currencies too
 */
public record InstrumentCourse(@Nullable CurrencyCode currency, List<Point> points, boolean elsewhere) {
    static final InstrumentCourse NONE = new InstrumentCourse(null, List.of(), false);

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    public InstrumentCourse {
        points = List.copyOf(points);
    }

    /**
     * All units of a day.
     *
     * @param price of a unit: value by units; absent where nothing is held or a value is not known
     * @param cost of a unit likewise
     */
    public record Point(
            LocalDate date,
            BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost) {}

    /** @param days the days to be shown, also those on which nothing was held */
    static InstrumentCourse of(List<Units> units, Collection<LocalDate> days) {
        CurrencyCode currency = units.stream()
                .max(Comparator.comparing(Units::date)
                        .thenComparing(of -> of.quantity().abs()))
                .map(Units::currency)
                .orElse(null);
        if (currency == null) {
            return NONE;
        }
        Map<LocalDate, List<Units>> byDay = units.stream()
                .filter(of -> of.currency().equals(currency))
                .collect(Collectors.groupingBy(Units::date, TreeMap::new, Collectors.toList()));
        LocalDate first = byDay.keySet().iterator().next();
        return new InstrumentCourse(
                currency,
                days.stream()
                        .filter(day -> !day.isBefore(first))
                        .sorted()
                        .map(day -> point(day, byDay.getOrDefault(day, List.of())))
                        .toList(),
                units.stream().anyMatch(of -> !of.currency().equals(currency)));
    }

    private static Point point(LocalDate day, List<Units> held) {
        BigDecimal quantity = held.stream().map(Units::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Units of : held) {
            value = sum(value, of.value());
            cost = sum(cost, of.cost());
        }
        return new Point(day, quantity, ofUnit(value, quantity), ofUnit(cost, quantity));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    private static @Nullable BigDecimal ofUnit(@Nullable BigDecimal sum, BigDecimal quantity) {
        return sum == null || quantity.signum() == 0 ? null : sum.divide(quantity, DIGITS);
    }
}
