package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.reporting.cashflow.CostReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What it cost by type, in the reporting currency: by year and by month. A type leads to its bookings. */
final class CostTables {
    private static final List<Sheet.Column> TYPES = List.of(
            number("interestPaid"),
            number("fees"),
            number("commissions"),
            number("conversionFees"),
            number("transactionTaxes"),
            number("sum"));

    private final Cells cells;
    private final Look look;

    CostTables(Shown shown, Look look) {
        this.cells = new Cells(shown);
        this.look = look;
    }

    /** The newest first. */
    Sheet years(CostReport report) {
        List<List<Cell>> rows = report.years().reversed().stream()
                .map(each -> row(Cell.other(String.valueOf(each.year()), each.year()), each.costs(), true))
                .toList();
        return Sheet.whole("cost-years", columns("year"), rows, List.of(), look.here());
    }

    /** Of the report's year, as far as something stands in a month. */
    Sheet months(CostReport report) {
        List<List<Cell>> rows = report.months().stream()
                .filter(each -> isSomething(each.costs()))
                .map(each -> row(
                        Cell.other(
                                cells.shown().month(each.month()), each.month().toString()),
                        each.costs(),
                        false))
                .toList();
        return Sheet.whole(
                "cost-months",
                columns("month"),
                rows,
                rows.isEmpty() ? List.of() : row(Cell.of(cells.shown().word("total")), report.totals(), false),
                look.here());
    }

    private static List<Sheet.Column> columns(String first) {
        return Stream.concat(Stream.of(text(first)), TYPES.stream()).toList();
    }

    /** Charges and their refunds may come to nothing, and are something. */
    private static boolean isSomething(CostReport.Line costs) {
        return Stream.of(
                        costs.interest(),
                        costs.fees(),
                        costs.commissions(),
                        costs.conversionFees(),
                        costs.transactionTaxes())
                .anyMatch(amount -> amount.signum() != 0);
    }

    private List<Cell> row(Cell first, CostReport.Line costs, boolean linked) {
        return List.of(
                first,
                cell(costs.interest(), "INTEREST", linked),
                cell(costs.fees(), "FEE", linked),
                cell(costs.commissions(), "TRADE", linked),
                cell(costs.conversionFees(), "FX_CONVERSION", linked),
                cell(costs.transactionTaxes(), "TRADE", linked),
                cells.amount(costs.total()));
    }

    private Cell cell(BigDecimal amount, String kind, boolean linked) {
        Cell cell = cells.amount(amount);
        return linked && amount.signum() != 0
                ? cell.leading(look.to("/transactions").with("kind", kind))
                : cell;
    }
}
