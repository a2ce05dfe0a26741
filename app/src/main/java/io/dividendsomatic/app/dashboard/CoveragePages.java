package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.reporting.coverage.CoverageReport;
import io.dividendsomatic.reporting.coverage.CoverageReport.OfAccount;
import io.dividendsomatic.reporting.coverage.Coverages;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far files cover each account up to a day, how old the newest is, and where they leave gaps. */
@Controller
class CoveragePages {
    private static final List<Sheet.Column> ACCOUNTS = List.of(
            text("account"),
            text("firstDay"),
            text("lastDay"),
            number("daysOld"),
            number("snapshots"),
            text("firstSnapshot"),
            text("lastSnapshot"),
            number("snapshotShare"),
            number("snapshotGaps"),
            number("dividendGaps"));
    private static final List<Sheet.Column> GAPS =
            List.of(text("account"), text("gap"), text("from"), text("to"), number("days"));

    private final Coverages coverages;

    CoveragePages(Coverages coverages) {
        this.coverages = coverages;
    }

    @GetMapping("/coverage")
    String coverage(Look look, Shown show, Model page) {
        CoverageReport report = coverages.answer(look.holdings());
        page.addAttribute("line", TimeLine.of(report));
        page.addAttribute("sheet", accounts(report, look, show));
        page.addAttribute(
                "gaps",
                Sheet.plain(
                        "gaps",
                        GAPS,
                        report.accounts().stream()
                                .flatMap(account -> gaps(account, show))
                                .toList()));
        return "coverage";
    }

    @GetMapping({"/coverage.csv", "/coverage.xlsx"})
    ResponseEntity<Tabular> csv(Look look, Shown show) {
        return accounts(coverages.answer(look.holdings()), look, show).file(look);
    }

    private static Sheet accounts(CoverageReport report, Look look, Shown show) {
        return Sheet.of(
                "coverage",
                ACCOUNTS,
                report.accounts().stream().map(account -> row(account, show)).toList(),
                List.of(),
                look.here());
    }

    private static List<Cell> row(OfAccount account, Shown show) {
        Cells cells = new Cells(show);
        Long old = account.daysOld();
        return List.of(
                cells.text(account.account()),
                cells.date(account.firstDay()),
                cells.date(account.lastDay()),
                Cell.number(old == null ? Shown.UNKNOWN : show.count(old), old)
                        .marked(Freshness.isOld(old) ? "down" : ""),
                cells.count(account.snapshots()),
                cells.date(account.firstSnapshot()),
                cells.date(account.lastSnapshot()),
                cells.percent(account.snapshotShare()),
                cells.count(account.snapshotGaps().size())
                        .marked(account.snapshotGaps().isEmpty() ? "" : "down"),
                cells.count(account.dividendGaps().size())
                        .marked(account.dividendGaps().isEmpty() ? "" : "down"));
    }

    private static Stream<List<Cell>> gaps(OfAccount account, Shown show) {
        return Stream.concat(
                account.snapshotGaps().stream().map(gap -> row(account, "gap.SNAPSHOTS", gap, show)),
                account.dividendGaps().stream().map(gap -> row(account, "gap.DIVIDENDS", gap, show)));
    }

    private static List<Cell> row(OfAccount account, String of, Period gap, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                cells.text(account.account()),
                Cell.of(show.word(of)),
                cells.date(gap.from()),
                cells.date(gap.to()),
                cells.count(ChronoUnit.DAYS.between(gap.from(), gap.to()) + 1));
    }
}
