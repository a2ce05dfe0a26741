package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.income.Payback;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.instruments.InstrumentAction;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.instruments.KnownAlias;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.dividendsomatic.reporting.consolidated.Positions;
import io.dividendsomatic.reporting.instrument.InstrumentCourse;
import io.dividendsomatic.reporting.instrument.InstrumentCourses;
import io.dividendsomatic.reporting.instrument.InstrumentReport;
import io.dividendsomatic.reporting.instrument.InstrumentReports;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One instrument over all accounts: what is held, what it pays, what was booked, and what it is called. */
@Controller
class InstrumentPages {
    private static final List<Sheet.Column> GAINS = List.of(
            text("date"),
            text("account"),
            number("quantity"),
            number("proceeds"),
            number("cost"),
            number("gain"),
            text("apart"),
            number("stated"),
            number("statedCost"));
    private static final List<Sheet.Column> ACTIONS =
            List.of(text("date"), text("kind"), text("account"), number("quantity"), text("description"));
    private static final List<Sheet.Column> OWNED = List.of(text("from"), text("to"), number("days"));
    private static final List<Sheet.Column> ALIASES =
            List.of(text("alias"), text("aliasKind"), text("from"), text("to"), text("accounts"));

    /** More are at the transactions. */
    private static final int NEWEST = 50;

    private final Instruments instruments;
    private final Positions holdings;
    private final DividendOutlook outlook;
    private final DividendHistory history;
    private final LedgerView ledger;
    private final InstrumentCourses courses;
    private final InstrumentReports reports;

    InstrumentPages(
            Instruments instruments,
            Positions holdings,
            DividendOutlook outlook,
            DividendHistory history,
            LedgerView ledger,
            InstrumentCourses courses,
            InstrumentReports reports) {
        this.instruments = instruments;
        this.holdings = holdings;
        this.outlook = outlook;
        this.history = history;
        this.ledger = ledger;
        this.courses = courses;
        this.reports = reports;
    }

    @GetMapping("/instruments/{isin}")
    String instrument(@PathVariable Isin isin, Look look, Shown show, Model page) {
        Instruments.Detail detail = instruments
                .find(isin, look.knownAt())
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_INSTRUMENT", "No file names the ISIN " + isin));
        Isin current = detail.line().isin() == null ? isin : detail.line().isin();
        Holdings held = holdings.holdings(look.holdings());
        List<Holding> own = held.items().stream()
                .filter(holding -> current.equals(holding.isin()))
                .toList();
        In<Optional<Position>> income = outlook.instrument(look.ledger(), look.asOf(), current);
        HoldingsTable table = new HoldingsTable(show, look);
        page.addAttribute("line", detail.line());
        page.addAttribute("currency", held.currency().code());
        page.addAttribute("income", income.answer().map(Position::income).orElse(null));
        page.addAttribute(
                "held",
                Sheet.plain(
                        "held",
                        HoldingsTable.COLUMNS,
                        own.stream().map(table::row).toList()));
        InstrumentReport report = reports.answer(look.holdings(), current).orElse(null);
        page.addAttribute("report", report);
        page.addAttribute("parts", HeldPartsTable.of(report, look, show));
        page.addAttribute("owned", owned(report, show));
        page.addAttribute("explainDividends", Explained.ofPayments(look, null, look.asOf(), current));
        InstrumentCourse course = courses.answer(look.holdings(), names(detail, current));
        page.addAttribute("course", course);
        page.addAttribute("curve", UnitCurve.of(course));
        page.addAttribute("payments", payments(current, look, show));
        page.addAttribute("transactions", transactions(current, look, show));
        page.addAttribute("gains", gains(current, look, show));
        page.addAttribute(
                "actions",
                Sheet.plain(
                        "actions",
                        ACTIONS,
                        detail.actions().stream()
                                .map(action -> row(action, look, show))
                                .toList()));
        page.addAttribute(
                "aliases",
                Sheet.plain(
                        "aliases",
                        ALIASES,
                        detail.aliases().stream().map(alias -> row(alias, show)).toList()));
        return "instrument";
    }

    /** What each account holds of it. */
    @GetMapping({"/instruments/{isin}/positions.csv", "/instruments/{isin}/positions.xlsx"})
    ResponseEntity<Tabular> positions(@PathVariable Isin isin, Look look, Shown show) {
        Isin current = instruments
                .find(isin, look.knownAt())
                .map(detail -> detail.line().isin())
                .orElse(isin);
        return HeldPartsTable.of(reports.answer(look.holdings(), current).orElse(null), look, show)
                .file(look);
    }

    /** All ISINs under which files know it. */
    private static Set<Isin> names(Instruments.Detail detail, Isin current) {
        return Stream.concat(
                        Stream.of(current),
                        detail.aliases().stream()
                                .filter(alias -> alias.kind().equals("ISIN"))
                                .map(alias -> new Isin(alias.value())))
                .collect(Collectors.toSet());
    }

    private static Sheet owned(@Nullable InstrumentReport report, Shown show) {
        Cells cells = new Cells(show);
        List<Payback.Owned> times = report == null ? List.of() : report.owned();
        return Sheet.plain(
                "owned",
                OWNED,
                times.stream()
                        .map(time ->
                                List.of(cells.date(time.first()), cells.date(time.last()), cells.count(time.days())))
                        .toList());
    }

    private Sheet payments(Isin isin, Look look, Shown show) {
        List<Dividend> newest = Newest.page(
                        0, NEWEST, (page, size) -> history.payments(look.ledger(), null, look.asOf(), isin, page, size))
                .items();
        return Sheet.plain(
                "payments",
                IncomePages.PAYMENTS,
                newest.stream()
                        .map(payment -> IncomePages.row(payment, look, show))
                        .toList());
    }

    private Sheet transactions(Isin isin, Look look, Shown show) {
        TransactionFilter filter = new TransactionFilter(null, null, Set.of(), isin);
        List<Transaction> newest = Newest.page(
                        0, NEWEST, (page, size) -> ledger.transactions(look.ledger(), filter, page, size))
                .items();
        return Sheet.plain(
                "transactions",
                TransactionPages.COLUMNS,
                newest.stream()
                        .map(transaction -> TransactionPages.row(transaction, look, show))
                        .toList());
    }

    private Sheet gains(Isin isin, Look look, Shown show) {
        List<Gain> newest = Newest.page(
                        0, NEWEST, (page, size) -> ledger.gains(look.ledger(), null, isin, Method.FIFO, page, size))
                .items();
        return Sheet.plain(
                "gains",
                GAINS,
                newest.stream().map(gain -> row(gain, look, show)).toList());
    }

    private static List<Cell> row(Gain gain, Look look, Shown show) {
        Cells cells = new Cells(show);
        Address figure = Explained.ofLine(look, gain.sources());
        Cell sign = cells.money(gain.gain()).explained(figure);
        Gain.BrokerStated stated = gain.brokerStated();
        return List.of(
                cells.date(gain.date()),
                cells.text(gain.account()),
                cells.quantity(gain.quantity()),
                cells.money(gain.proceeds()).explained(figure),
                cells.money(gain.cost()).explained(figure),
                gain.gain() == null
                        ? sign
                        : sign.marked(show.sign(gain.gain().amount().value())),
                Cell.of(gain.costsApart().stream()
                        .map(apart -> show.money(apart.cost()))
                        .collect(Collectors.joining("; "))),
                cells.money(stated == null ? null : stated.gain()).explained(figure),
                cells.money(stated == null ? null : stated.ofCost()).explained(figure));
    }

    private static List<Cell> row(InstrumentAction action, Look look, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                cells.date(action.date()),
                Cell.of(action.kind().name()).leading(null),
                cells.text(action.account()),
                action.sources().isEmpty()
                        ? cells.quantity(action.quantity())
                        : cells.quantity(action.quantity()).explained(Explained.ofLine(look, action.sources())),
                Cell.of(action.description() == null ? "" : action.description()));
    }

    private static List<Cell> row(KnownAlias alias, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                Cell.of(alias.value()),
                Cell.of(alias.kind()),
                cells.date(alias.from()),
                cells.date(alias.to()),
                Cell.of(alias.accounts().stream().map(AccountId::toString).collect(Collectors.joining(", "))));
    }
}
