package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.reporting.instrument.InstrumentCourse;
import io.dividendsomatic.reporting.instrument.InstrumentCourse.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a unit was worth and what it cost as lines, and below them how many there were. Coordinates are whole steps of the
 * picture; a line breaks where its figure is not known.
 *
 * @param prices the pieces of the line, each its points
 * @param units the points around the area of units
 */
record UnitCurve(
        List<String> prices,
        List<String> costs,
        String units,
        List<ValueCurve.Tick> ticks,
        BigDecimal most,
        List<ValueCurve.Day> days) {
    private static final int HEIGHT = 160;
    /** Where units stand, and how high. */
    private static final int UNITS_BOTTOM = 230;

    private static final int UNITS_HEIGHT = 50;

    private static final UnitCurve NOTHING =
            new UnitCurve(List.of(), List.of(), "", List.of(), BigDecimal.ZERO, List.of());

    static UnitCurve of(InstrumentCourse course) {
        List<Point> points = course.points();
        if (points.size() < 2) {
            return NOTHING;
        }
        LocalDate first = points.getFirst().date();
        LocalDate last = points.getLast().date();
        BigDecimal top = MonthlyBars.roundUp(points.stream()
                .flatMap(point -> Stream.of(point.price(), point.cost()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::max));
        BigDecimal most = points.stream().map(point -> point.quantity().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        return new UnitCurve(
                pieces(points, Point::price, top, first, last),
                pieces(points, Point::cost, top, first, last),
                area(points, most, first, last),
                List.of(
                        new ValueCurve.Tick(top, 0),
                        new ValueCurve.Tick(top.divide(BigDecimal.TWO), HEIGHT / 2),
                        new ValueCurve.Tick(BigDecimal.ZERO, HEIGHT)),
                most,
                ValueCurve.days(first, last));
    }

    public boolean isEmpty() {
        return units.isEmpty();
    }

    private static List<String> pieces(
            List<Point> points,
            Function<Point, @Nullable BigDecimal> figure,
            BigDecimal top,
            LocalDate first,
            LocalDate last) {
        List<String> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        for (Point point : points) {
            BigDecimal value = figure.apply(point);
            if (value != null) {
                int y = HEIGHT - Ratios.steps(value.max(BigDecimal.ZERO), top, HEIGHT);
                piece.add(ValueCurve.x(point.date(), first, last) + "," + y);
            } else if (!piece.isEmpty()) {
                pieces.add(String.join(" ", piece));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(String.join(" ", piece));
        }
        return List.copyOf(pieces);
    }

    /** In steps: units change at once. */
    private static String area(List<Point> points, BigDecimal most, LocalDate first, LocalDate last) {
        List<String> corners = new ArrayList<>();
        int height = UNITS_BOTTOM;
        corners.add("0," + UNITS_BOTTOM);
        for (Point point : points) {
            int x = ValueCurve.x(point.date(), first, last);
            corners.add(x + "," + height);
            height = UNITS_BOTTOM - Ratios.steps(point.quantity().abs(), most, UNITS_HEIGHT);
            corners.add(x + "," + height);
        }
        corners.add(ValueCurve.WIDTH + "," + UNITS_BOTTOM);
        return corners.stream().collect(Collectors.joining(" "));
    }
}
