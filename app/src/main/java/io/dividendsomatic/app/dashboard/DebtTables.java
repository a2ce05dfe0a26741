package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.exposure.ExposureReport;
import io.dividendsomatic.reporting.margin.MarginReport;
import java.math.BigDecimal;
import java.util.List;

/** In which currencies everything stands, what is owed in which, and the interest. */
final class DebtTables {
    private static final List<Sheet.Column> CURRENCIES = List.of(
            text("currency"),
            number("holdings"),
            number("nativeValue"),
            number("nativeCash"),
            number("rate"),
            number("value"),
            number("cash"),
            number("netValue"),
            number("share"));
    private static final List<Sheet.Column> LOANS = List.of(
            text("account"), money("loan"), number("value"), number("interestRate"), money("aMonth"), money("aYear"));
    private static final List<Sheet.Column> INTEREST =
            List.of(text("month"), number("interestPaid"), number("interestReceived"));

    private final Cells cells;
    private final Look look;

    DebtTables(Shown shown, Look look) {
        this.cells = new Cells(shown);
        this.look = look;
    }

    Sheet currencies(ExposureReport report) {
        Cell nothing = Cell.of("");
        return Sheet.whole(
                "currencies",
                CURRENCIES,
                report.currencies().stream().map(this::row).toList(),
                List.of(
                        Cell.of(cells.shown().word("total")),
                        nothing,
                        nothing,
                        nothing,
                        nothing,
                        nothing,
                        nothing,
                        cells.amount(report.netValue()),
                        nothing),
                look.here());
    }

    /** What has no rate is not nothing: a dash stands for it, and the sums beside say where a part has none. */
    private List<Cell> row(ExposureReport.InCurrency each) {
        boolean isKnown = each.rate() != null || each.quality() != Quality.FX_MISSING;
        boolean isPart = isKnown && each.quality().compareTo(Quality.NOT_STATED) >= 0;
        return List.of(
                Cell.of(each.nativeCurrency().code()),
                cells.count(each.holdings()),
                cells.amount(each.positions()).leading(look.to("/holdings").with("q", each.nativeCurrency())),
                cells.amount(each.cash()).leading(look.to("/transactions") + "#cash"),
                Cell.number(cells.shown().exact(each.rate()), each.rate()),
                cells.amount(isKnown ? each.positionsInReportingCurrency() : null),
                cells.amount(isKnown ? each.cashInReportingCurrency() : null),
                cells.signed(isKnown ? each.inReportingCurrency() : null)
                        .noted(isPart ? cells.shown().word("quality." + each.quality()) : null),
                cells.percent(isKnown ? each.share() : null));
    }

    /** A balance leads to the cash, where the broker's own stands beside it. */
    Sheet loans(MarginReport report) {
        return Sheet.whole(
                "loans", LOANS, report.loans().stream().map(this::row).toList(), List.of(), look.here());
    }

    private List<Cell> row(MarginReport.Loan loan) {
        return List.of(
                Cell.of(loan.account().toString()),
                cells.amount(loan.amount()).in(loan.nativeCurrency()).leading(look.to("/transactions") + "#cash"),
                cells.amount(loan.inReportingCurrency()),
                cells.percents(loan.rate())
                        .noted(loan.rate() == null ? cells.shown().word("results.noRate") : null),
                cells.amount(loan.monthly()).in(loan.nativeCurrency()),
                cells.amount(loan.yearly()).in(loan.nativeCurrency()));
    }

    /** Of the report's year, as far as something stands in a month. */
    Sheet interest(MarginReport report) {
        List<List<Cell>> rows = report.months().stream()
                .filter(each -> each.paid().signum() != 0 || each.received().signum() != 0)
                .map(each -> List.of(
                        Cell.other(
                                cells.shown().month(each.month()), each.month().toString()),
                        interest(each.paid()),
                        interest(each.received())))
                .toList();
        return Sheet.whole("interest", INTEREST, rows, foot(report), look.here());
    }

    private List<Cell> foot(MarginReport report) {
        BigDecimal paid =
                report.months().stream().map(MarginReport.InMonth::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal received =
                report.months().stream().map(MarginReport.InMonth::received).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(Cell.of(cells.shown().word("total")), cells.amount(paid), cells.amount(received));
    }

    private Cell interest(BigDecimal amount) {
        return cells.amount(amount).leading(look.to("/transactions").with("kind", "INTEREST"));
    }
}
