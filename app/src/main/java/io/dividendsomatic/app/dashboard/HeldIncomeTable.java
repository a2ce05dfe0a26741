package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.dividends.income.DeclaredRate;
import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.outlook.HeldIncome;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the holdings are expected to pay, by their declared rates: the greatest first, and what is missing for the others. */
final class HeldIncomeTable {
    private static final List<Sheet.Column> COLUMNS = List.of(
            text("instrument").with("isin", "name"),
            text("rhythm"),
            money("rateAYear"),
            number("currentYield"),
            number("yieldOnCost"),
            number("estimatedMonthly").with("missing"),
            number("estimatedAnnual"),
            number("remaining"));

    private final Cells cells;
    private final Look look;

    HeldIncomeTable(Shown shown, Look look) {
        this.cells = new Cells(shown);
        this.look = look;
    }

    /** Of a rate that is known, or was until it lapsed; the others have nothing to show. */
    static List<HeldIncome> told(List<HeldIncome> held) {
        return held.stream()
                .filter(each -> each.declared() != null
                        || each.yields().projectedAnnual().status() == Figure.Status.RATE_LAPSED)
                .toList();
    }

    Sheet sheet(List<HeldIncome> held) {
        List<HeldIncome> sorted = held.stream()
                .sorted(Comparator.comparing(
                        (HeldIncome each) -> each.yields().projectedAnnual().value(),
                        Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
        return Sheet.whole("income", COLUMNS, sorted.stream().map(this::row).toList(), foot(held), look.here());
    }

    /** Those without a figure are in no sum; where none has one there is no sum. */
    private List<Cell> foot(List<HeldIncome> held) {
        Cell nothing = Cell.of("");
        BigDecimal annual = sum(held, Yields::projectedAnnual);
        return annual == null
                ? List.of()
                : List.of(
                        Cell.of(cells.shown().word("total")),
                        nothing,
                        nothing,
                        nothing,
                        nothing,
                        cells.amount(sum(held, Yields::estimatedMonthly)),
                        cells.amount(annual),
                        cells.amount(sum(held, Yields::remainingThisYear)));
    }

    static @Nullable BigDecimal sum(List<HeldIncome> held, Function<Yields, Figure> figure) {
        return held.stream()
                .flatMap(each -> Stream.ofNullable(figure.apply(each.yields()).value()))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private List<Cell> row(HeldIncome each) {
        Yields yields = each.yields();
        DeclaredRate declared = each.declared();
        Figure.Status missing = yields.projectedAnnual().status();
        Cell rate = Cell.number(
                cells.shown().exact(declared == null ? null : declared.perYear()),
                declared == null ? null : declared.perYear());
        return List.of(
                instrument(each.instrument(), look),
                Cell.of(cells.shown().word("frequency." + each.frequency())).marked("badge"),
                declared == null ? rate : rate.in(declared.currency()),
                cells.percents(yields.currentYield().value()),
                cells.percents(yields.yieldOnCost().value()),
                cells.amount(yields.estimatedMonthly().value())
                        .noted(
                                missing == Figure.Status.KNOWN
                                        ? null
                                        : cells.shown().word("figureMissing." + missing))
                        .telling(missing == Figure.Status.KNOWN ? null : missing),
                cells.amount(yields.projectedAnnual().value()),
                cells.amount(yields.remainingThisYear().value()));
    }

    static Cell instrument(Instrument instrument, Look look) {
        String name = instrument.symbol() != null ? instrument.symbol() : instrument.name();
        String label = name == null ? String.valueOf(instrument.isin()) : name;
        return Cell.of(label)
                .noted(label.equals(instrument.name()) ? null : instrument.name())
                .telling(instrument.isin(), instrument.name())
                .leading(instrument.isin() == null ? null : look.to("/instruments/" + instrument.isin()));
    }
}
