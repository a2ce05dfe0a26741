package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.consolidated.Positions;
import io.dividendsomatic.reporting.gains.GainReport;
import io.dividendsomatic.reporting.gains.GainReports;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person sees first: what needs a look, what everything is worth, what it pays, and how fresh it is. */
@Controller
class OverviewPage {
    private static final int LARGEST = 8;

    private final Attention attention;
    private final ImportJournal journal;
    private final Positions holdings;
    private final PortfolioReports portfolio;
    private final GainReports gains;
    private final HeldDays days;
    private final IncomeFigures income;
    private final Home home;

    OverviewPage(
            Attention attention,
            ImportJournal journal,
            Positions holdings,
            PortfolioReports portfolio,
            GainReports gains,
            HeldDays days,
            IncomeFigures income,
            Home home) {
        this.attention = attention;
        this.journal = journal;
        this.holdings = holdings;
        this.portfolio = portfolio;
        this.gains = gains;
        this.days = days;
        this.income = income;
        this.home = home;
    }

    @GetMapping("/")
    String overview(Look look, Shown show, Model page) {
        if (journal.newestFirst(0, 1).isEmpty()) {
            page.addAttribute("inbox", home.inbox());
            page.addAttribute("home", home.folder());
            return "first-run";
        }
        Holdings held = holdings.holdings(look.holdings());
        DividendSummary trailing = income.trailing(look);
        In<List<Forecast>> coming = income.comingYear(look);
        YearMonth now = YearMonth.from(look.asOf());
        page.addAttribute("attention", attention.at(look));
        page.addAttribute("currency", held.currency().code());
        page.addAttribute("totals", HoldingsTable.totals(held));
        page.addAttribute("count", held.items().size());
        page.addAttribute("whole", portfolio.answer(look.holdings()).totals());
        page.addAttribute("realized", realized(look));
        page.addAttribute("unresolved", held.unresolved().size() + IncomeFigures.unresolved(trailing));
        page.addAttribute("largest", largest(held, look, show));
        page.addAttribute("thisYear", IncomeFigures.gross(income.thisYear(look)));
        page.addAttribute("trailing", IncomeFigures.gross(trailing));
        page.addAttribute("declared", IncomeFigures.expected(coming.answer(), Certainty.DECLARED));
        page.addAttribute("estimated", IncomeFigures.expected(coming.answer(), Certainty.ESTIMATED));
        page.addAttribute("freshness", Freshness.of(days.summaries(look.asOf(), look.knownAt()), look));
        page.addAttribute(
                "bars",
                MonthlyBars.of(IncomeFigures.months(
                        trailing, coming.answer(), now.minusMonths(11), now.plusMonths(IncomeFigures.YEAR))));
        page.addAttribute(
                "explain", Explained.ofPayments(look, look.asOf().minusYears(1).plusDays(1), look.asOf(), null));
        page.addAttribute("explainYear", Explained.ofPayments(look, look.asOf().withDayOfYear(1), look.asOf(), null));
        return "overview";
    }

    /** What the sales of the year came to; nothing where none of them has a figure. */
    private @Nullable BigDecimal realized(Look look) {
        GainReport.Line sales =
                gains.gains(look.ledger(), look.asOf().getYear(), Method.FIFO).totals();
        return sales.sales() > 0 && sales.unknown() == sales.sales() ? null : sales.net();
    }

    private static Sheet largest(Holdings held, Look look, Shown show) {
        HoldingsTable table = new HoldingsTable(show, look);
        List<Holding> largest = held.items().stream()
                .sorted(Comparator.comparing(
                        (Holding holding) -> holding.inReportingCurrency().marketValue(),
                        Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .limit(LARGEST)
                .toList();
        return Sheet.plain(
                "largest",
                HoldingsTable.SHORT,
                largest.stream().map(table::shortRow).toList());
    }
}
