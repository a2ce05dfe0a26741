package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.dividends.outlook.Certainty;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Income by month as bars, paid, declared and estimated one on the other and told apart, with the line of what came so
 * far. Coordinates are whole steps of the picture, from its upper left.
 *
 * @param line the points of the cumulative line, of what was paid; empty where it would have less than two
 * @param ticks heights that are labelled, the greatest first
 * @param sums the same of the line, which has a scale of its own
 */
record MonthlyBars(List<Month> months, String line, List<Tick> ticks, List<Tick> sums, boolean hasForecast) {
    static final int WIDTH = 720;
    static final int HEIGHT = 200;
    private static final int GAP = 6;

    /** One month. */
    record Month(YearMonth month, BigDecimal paid, BigDecimal declared, BigDecimal estimated, List<Bar> bars, int x) {}

    /** A part of a bar. */
    record Bar(String certainty, int x, int y, int width, int height) {}

    /** A line across at a height. */
    record Tick(BigDecimal value, int y) {}

    /** @param sums what is known of each month, in the reporting currency; a month without any is empty */
    static MonthlyBars of(SortedMap<YearMonth, Map<Certainty, BigDecimal>> sums) {
        BigDecimal highest = sums.values().stream().map(MonthlyBars::sum).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal top = roundUp(highest);
        int slot = WIDTH / Math.max(1, sums.size());
        List<Month> months = new ArrayList<>();
        for (Map.Entry<YearMonth, Map<Certainty, BigDecimal>> entry : sums.entrySet()) {
            int x = months.size() * slot;
            months.add(month(entry.getKey(), entry.getValue(), top, x, slot));
        }
        return new MonthlyBars(
                List.copyOf(months),
                line(months, slot),
                ticks(top),
                ticks(sumTop(months)),
                months.stream()
                        .anyMatch(month ->
                                month.declared().signum() + month.estimated().signum() > 0));
    }

    private static List<Tick> ticks(BigDecimal top) {
        return List.of(new Tick(top, 0), new Tick(top.divide(BigDecimal.TWO), HEIGHT / 2));
    }

    private static BigDecimal sumTop(List<Month> months) {
        return roundUp(paid(months));
    }

    private static BigDecimal paid(List<Month> months) {
        return months.stream().map(Month::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return months.stream().allMatch(month -> month.bars().isEmpty());
    }

    /** Where the line ends. */
    public BigDecimal paid() {
        return paid(months);
    }

    private static Month month(YearMonth month, Map<Certainty, BigDecimal> sums, BigDecimal top, int x, int slot) {
        List<Bar> bars = new ArrayList<>();
        int y = HEIGHT;
        for (Certainty certainty : Certainty.values()) {
            int height = Ratios.steps(of(sums, certainty).max(BigDecimal.ZERO), top, HEIGHT);
            if (height > 0) {
                y -= height;
                bars.add(new Bar(certainty.name(), x + GAP, y, slot - 2 * GAP, height));
            }
        }
        return new Month(
                month,
                of(sums, Certainty.PAID),
                of(sums, Certainty.DECLARED),
                of(sums, Certainty.ESTIMATED),
                List.copyOf(bars),
                x + slot / 2);
    }

    private static String line(List<Month> months, int slot) {
        if (paid(months).signum() <= 0) {
            return "";
        }
        BigDecimal top = sumTop(months);
        StringBuilder points = new StringBuilder();
        BigDecimal sum = BigDecimal.ZERO;
        int last = lastPaid(months);
        for (int i = 0; i <= last; i++) {
            sum = sum.add(months.get(i).paid());
            points.append(i * slot + slot / 2)
                    .append(',')
                    .append(HEIGHT - Ratios.steps(sum, top, HEIGHT))
                    .append(' ');
        }
        return points.toString().strip();
    }

    private static int lastPaid(List<Month> months) {
        int last = 0;
        for (int i = 0; i < months.size(); i++) {
            last = months.get(i).paid().signum() != 0 ? i : last;
        }
        return last;
    }

    private static BigDecimal sum(Map<Certainty, BigDecimal> sums) {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal of(Map<Certainty, BigDecimal> sums, Certainty certainty) {
        return sums.getOrDefault(certainty, BigDecimal.ZERO);
    }

    /** The next of 1, 2, 4, 6, 8 or 10 times a power of ten, so that its half is a plain number too. */
    static BigDecimal roundUp(BigDecimal value) {
        if (value.signum() <= 0) {
            return BigDecimal.TEN;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        for (int times : List.of(1, 2, 4, 6, 8, 10)) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(times));
            if (step.compareTo(value) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }
}
