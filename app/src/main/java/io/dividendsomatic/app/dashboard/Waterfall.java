package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.reporting.cashflow.WaterfallReport;
import io.dividendsomatic.reporting.cashflow.WaterfallReport.Step;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the net value went from month to month: what came from outside, then what came of it. The picture reaches from the
 * lowest to the highest of the values, so that steps are seen that are small beside them; coordinates are whole steps.
 *
 * @param months those of the year that had begun
 */
record Waterfall(List<Month> months, List<Tick> ticks) {
    static final int WIDTH = 720;
    static final int HEIGHT = 200;
    private static final int GAP = 6;
    private static final int THINNEST = 1;

    private static final List<Sheet.Column> COLUMNS = List.of(
            text("month"),
            number("opening"),
            number("deposits"),
            number("withdrawals"),
            number("transfers"),
            number("firstSeen"),
            number("netDividends"),
            number("interest"),
            number("costs"),
            number("realized"),
            number("changeInUnrealized"),
            number("other"),
            number("closing"),
            text("quality"));

    /** One month, from its opening over what came from outside to its closing. */
    record Month(YearMonth month, Bar outside, Bar result, int x) {}

    /** A step: {@code in} or {@code out} of what was earned, {@code outside} of what was not. */
    record Bar(String kind, BigDecimal value, int x, int y, int width, int height) {}

    /** A line across at a height. */
    record Tick(BigDecimal value, int y) {}

    static Waterfall of(WaterfallReport report) {
        List<Step> steps = begun(report);
        BigDecimal low = levels(steps).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        BigDecimal high = levels(steps).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        int slot = WIDTH / Math.max(1, steps.size());
        List<Month> months = new ArrayList<>();
        for (Step step : steps) {
            months.add(month(step, low, high, months.size() * slot, slot));
        }
        return new Waterfall(
                List.copyOf(months),
                List.of(
                        new Tick(high, 0),
                        new Tick(low.add(high).divide(BigDecimal.TWO), HEIGHT / 2),
                        new Tick(low, HEIGHT)));
    }

    /** The figures, with those of the whole year under them; without the columns in which nothing stands. */
    static Sheet table(WaterfallReport report, Shown show) {
        List<List<Cell>> rows = begun(report).stream()
                .map(step -> row(Cell.of(show.month(monthOf(step))), step, show))
                .toList();
        List<Integer> kept = IntStream.range(0, COLUMNS.size())
                .filter(at -> rows.stream().anyMatch(row -> isSomething(row.get(at))))
                .boxed()
                .toList();
        return Sheet.plain(
                "waterfall",
                only(kept, COLUMNS),
                rows.stream().map(row -> only(kept, row)).toList(),
                only(kept, row(Cell.of(show.word("total")), report.totals(), show)));
    }

    private static boolean isSomething(Cell cell) {
        return !(cell.value() instanceof BigDecimal amount && amount.signum() == 0);
    }

    private static <T> List<T> only(List<Integer> kept, List<T> all) {
        return kept.stream().map(all::get).toList();
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return ticks.getFirst().value().signum() == 0 && ticks.getLast().value().signum() == 0;
    }

    private static List<Step> begun(WaterfallReport report) {
        return report.months().stream()
                .filter(step -> step.to().isAfter(step.from()))
                .toList();
    }

    private static YearMonth monthOf(Step step) {
        return YearMonth.from(step.to());
    }

    private static BigDecimal outside(Step step) {
        return step.deposits().add(step.withdrawals()).add(step.transfers()).add(step.firstSeen());
    }

    private static Stream<BigDecimal> levels(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Stream.of(step.opening(), step.opening().add(outside(step)), step.closing()));
    }

    private static Month month(Step step, BigDecimal low, BigDecimal high, int x, int slot) {
        BigDecimal between = step.opening().add(outside(step));
        int width = (slot - 2 * GAP) / 2;
        boolean lost = step.closing().compareTo(between) < 0;
        return new Month(
                monthOf(step),
                bar("outside", step.opening(), between, low, high, x + GAP, width),
                bar(lost ? "out" : "in", between, step.closing(), low, high, x + GAP + width, width),
                x + slot / 2);
    }

    private static Bar bar(
            String kind, BigDecimal from, BigDecimal to, BigDecimal low, BigDecimal high, int x, int width) {
        int top = height(from.max(to), low, high);
        int length = Math.max(THINNEST, height(from.min(to), low, high) - top);
        return new Bar(kind, to.subtract(from), x, Math.min(top, HEIGHT - length), width, length);
    }

    private static int height(BigDecimal level, BigDecimal low, BigDecimal high) {
        return HEIGHT - Ratios.steps(level.subtract(low), high.subtract(low), HEIGHT);
    }

    private static List<Cell> row(Cell first, Step step, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                first,
                cells.amount(step.opening()),
                cells.amount(step.deposits()),
                cells.amount(step.withdrawals()),
                cells.amount(step.transfers()),
                cells.amount(step.firstSeen()),
                cells.amount(step.dividends()),
                cells.amount(step.interest()),
                cells.amount(step.costs()),
                cells.signed(step.realized()),
                cells.signed(step.changeInUnrealized()),
                cells.signed(step.other()),
                cells.amount(step.closing()),
                Cell.of(show.word("quality." + step.quality())).marked("day"));
    }
}
