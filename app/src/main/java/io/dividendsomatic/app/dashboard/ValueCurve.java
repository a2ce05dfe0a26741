package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.reporting.history.HistoryReport;
import io.dividendsomatic.reporting.history.HistoryReport.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Net value as an area and what was put in as a line. Coordinates are whole steps of the picture.
 *
 * @param area the points around the area; empty where there are less than two
 * @param cost the points of the line of what had come from outside
 * @param weak stretches whose figures are not all the broker's own
 */
record ValueCurve(String area, String value, String cost, List<Stretch> weak, List<Tick> ticks, List<Day> days) {
    static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int DAYS = 6;

    /** From one x for a width. */
    record Stretch(int x, int width, LocalDate from, LocalDate to, String quality) {}

    /** A line across at a height. */
    record Tick(BigDecimal value, int y) {}

    /** A labelled day. */
    record Day(LocalDate date, int x) {}

    static ValueCurve of(HistoryReport report) {
        List<Point> points = report.points();
        if (points.size() < 2) {
            return new ValueCurve("", "", "", List.of(), List.of(), List.of());
        }
        BigDecimal top = MonthlyBars.roundUp(points.stream()
                .map(point -> point.netValue().max(point.netInvested()))
                .reduce(BigDecimal.ZERO, BigDecimal::max));
        LocalDate first = points.getFirst().date();
        LocalDate last = points.getLast().date();
        List<Point> whole = comparable(points);
        String value = line(whole, Point::netValue, top, first, last);
        return new ValueCurve(
                x(whole.getFirst().date(), first, last) + "," + HEIGHT + " " + value + " "
                        + x(whole.getLast().date(), first, last) + "," + HEIGHT,
                value,
                line(points, Point::netInvested, top, first, last),
                report.eras().stream()
                        .filter(era -> !era.quality().name().equals("ACTUAL"))
                        .map(era -> new Stretch(
                                x(era.from(), first, last),
                                Math.max(2, x(era.to(), first, last) - x(era.from(), first, last)),
                                era.from(),
                                era.to(),
                                era.quality().name()))
                        .toList(),
                List.of(new Tick(top, 0), new Tick(top.divide(BigDecimal.TWO), HEIGHT / 2)),
                days(first, last));
    }

    /** A day of which a part is not known would look like a loss: the line passes over it. */
    private static List<Point> comparable(List<Point> points) {
        List<Point> whole =
                points.stream().filter(point -> point.incomplete().isEmpty()).toList();
        return whole.size() < 2 ? points : whole;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    private static String line(
            List<Point> points, Function<Point, BigDecimal> figure, BigDecimal top, LocalDate first, LocalDate last) {
        return points.stream()
                .map(point -> x(point.date(), first, last) + ","
                        + (HEIGHT - Ratios.steps(figure.apply(point).max(BigDecimal.ZERO), top, HEIGHT)))
                .collect(Collectors.joining(" "));
    }

    static int x(LocalDate day, LocalDate first, LocalDate last) {
        return (int) (ChronoUnit.DAYS.between(first, day) * WIDTH / ChronoUnit.DAYS.between(first, last));
    }

    static List<Day> days(LocalDate first, LocalDate last) {
        List<Day> days = new ArrayList<>();
        long length = ChronoUnit.DAYS.between(first, last);
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(length * i / (DAYS - 1));
            days.add(new Day(day, x(day, first, last)));
        }
        return List.copyOf(days);
    }
}
