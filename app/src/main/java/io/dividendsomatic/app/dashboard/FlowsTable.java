package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.reporting.performance.PerformanceReport;
import io.dividendsomatic.reporting.performance.PerformanceReport.UsedFlow;
import java.util.List;

/** The flows that the returns are measured by, the newest first; what no booking tells leads to the lines that show it. */
final class FlowsTable {
    private static final List<Sheet.Column> COLUMNS = List.of(
            text("date"), text("kind"), text("account"), text("instrument"), number("quantity"), number("amount"));

    /** The others are in the report. */
    private static final int NEWEST = 100;

    private FlowsTable() {}

    static Sheet of(PerformanceReport report, Look look, Shown show) {
        return Sheet.plain(
                "flows",
                COLUMNS,
                report.flows().reversed().stream()
                        .limit(NEWEST)
                        .map(flow -> row(flow, look, show))
                        .toList());
    }

    private static List<Cell> row(UsedFlow flow, Look look, Shown show) {
        Cells cells = new Cells(show);
        Cell amount = cells.amount(flow.amount());
        Cell name = cells.text(flow.symbol() == null ? flow.isin() : flow.symbol());
        return List.of(
                cells.date(flow.date()),
                Cell.of(show.word("flow." + flow.kind())),
                cells.text(flow.account()),
                flow.isin() == null ? name : name.leading(look.to("/instruments/" + flow.isin())),
                Cell.number(show.quantity(flow.quantity()), flow.quantity()),
                flow.sources().isEmpty() ? amount : amount.explained(Explained.ofLine(look, flow.sources())));
    }
}
