package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.CalendarText;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Income of the year of a day: what was paid, what is to come, and what is missing. */
@Controller
class IncomePages {
    static final List<Sheet.Column> PAYMENTS = List.of(
            text("payDate"),
            text("instrument").with("isin", "name"),
            text("kind").with("reversed"),
            text("account"),
            money("perShare"),
            money("gross"),
            money("tax"),
            money("net"),
            money("value"));
    private static final List<Sheet.Column> CALENDAR = List.of(
            text("payDate"),
            text("exDate"),
            text("instrument"),
            text("account"),
            text("certainty"),
            number("perShare"),
            number("gross"));
    private static final List<Sheet.Column> MISSING = List.of(
            text("date"),
            text("instrument"),
            text("kind"),
            text("account"),
            number("expected"),
            number("receivedMoney"));

    /** Of a year; 60 holdings that pay monthly from five accounts have 3,600. */
    private static final int MOST = 10_000;

    private static final int NEXT = 100;

    private final IncomeFigures income;
    private final DividendHistory history;
    private final DividendOutlook outlook;

    IncomePages(IncomeFigures income, DividendHistory history, DividendOutlook outlook) {
        this.income = income;
        this.history = history;
        this.outlook = outlook;
    }

    @GetMapping("/income")
    String income(@RequestParam(defaultValue = "GROSS") IncomeBasis basis, Look look, Shown show, Model page) {
        int year = look.asOf().getYear();
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        DividendSummary paid = income.thisYear(look);
        // What is to come is known before tax alone, and never stands on what was paid after it.
        List<Forecast> coming =
                basis == IncomeBasis.NET ? List.of() : income.comingYear(look).answer();
        List<Dividend> payments = payments(look).items();
        page.addAttribute("year", year);
        page.addAttribute("currency", paid.currency().code());
        page.addAttribute("totals", IncomeFigures.gross(paid) == null ? null : paid.totals());
        page.addAttribute("count", paid.payments());
        page.addAttribute("basis", basis);
        page.addAttribute("bases", IncomeBasis.values());
        page.addAttribute("explain", Explained.ofPayments(look, first, look.asOf(), null));
        page.addAttribute(
                "bars",
                MonthlyBars.of(IncomeFigures.months(
                        paid, basis, coming, YearMonth.from(first), YearMonth.of(year, Month.DECEMBER))));
        IncomeMatrix matrix = IncomeMatrix.of(payments, basis);
        page.addAttribute("matrix", matrix);
        PayersTable payers = payers(matrix, basis, look);
        page.addAttribute("monthly", payers.monthly());
        page.addAttribute("payers", payers.sheet(look, show));
        page.addAttribute(
                "months",
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> YearMonth.of(year, month))
                        .toList());
        page.addAttribute("figures", new MonthFigures(look, year));
        page.addAttribute("sheet", sheet(payments, look, show));
        page.addAttribute("calendar", Sheet.plain("calendar", CALENDAR, calendar(look, show)));
        page.addAttribute("missing", Sheet.plain("missing", MISSING, missing(look, show)));
        return "income";
    }

    @GetMapping({"/income.csv", "/income.xlsx"})
    ResponseEntity<Tabular> csv(Look look, Shown show) {
        return sheet(payments(look).items(), look, show).file(look);
    }

    /** What each instrument paid and is expected to pay. */
    @GetMapping({"/income/payers.csv", "/income/payers.xlsx"})
    ResponseEntity<Tabular> payers(@RequestParam(defaultValue = "GROSS") IncomeBasis basis, Look look, Shown show) {
        return payers(IncomeMatrix.of(payments(look).items(), basis), basis, look)
                .sheet(look, show)
                .file(look);
    }

    private PayersTable payers(IncomeMatrix paid, IncomeBasis basis, Look look) {
        return PayersTable.of(paid, outlook.held(look.ledger(), look.asOf()).answer(), basis);
    }

    /** The coming payments that the page shows, for a calendar program. */
    @GetMapping("/income.ics")
    ResponseEntity<byte[]> calendarText(Look look) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarText.TEXT_CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dividends.ics\"")
                .body(CalendarText.of(comingYear(look), look.asOf()).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the cells of the matrix come from. */
    record MonthFigures(Look look, int year) {
        public Address of(IncomeMatrix.Row row, int month) {
            LocalDate first = LocalDate.of(year, month, 1);
            return Explained.ofPayments(look, first, first.plusMonths(1).minusDays(1), row.isin());
        }

        public Address of(IncomeMatrix.Row row) {
            LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
            return Explained.ofPayments(look, first, look.asOf(), row.isin());
        }
    }

    private Slice<Dividend> payments(Look look) {
        return history.payments(look.ledger(), look.asOf().withDayOfYear(1), look.asOf(), null, 0, MOST);
    }

    private static Sheet sheet(List<Dividend> payments, Look look, Shown show) {
        return Sheet.of(
                "payments", PAYMENTS, payments.reversed(), payment -> row(payment, look, show), List.of(), look.here());
    }

    static List<Cell> row(Dividend payment, Look look, Shown show) {
        Cells cells = new Cells(show);
        Address figure = Explained.ofLine(look, payment.sources());
        return List.of(
                cells.date(payment.payDate()),
                Cell.of(IncomeMatrix.name(payment))
                        .telling(payment.isin(), payment.name())
                        .leading(payment.isin() == null ? null : look.to("/instruments/" + payment.isin())),
                Cell.of(show.word("kind." + payment.kind()))
                        .noted(payment.reversed() ? show.word("income.reversed") : null)
                        .telling(payment.reversed()),
                cells.text(payment.account()),
                cells.price(payment.perShare()).telling(payment.perShare() == null ? null : payment.currency()),
                cells.money(payment.gross()).explained(figure),
                cells.money(payment.withholdingTax()),
                cells.money(payment.net()),
                cells.amount(payment.inReportingCurrency().gross())
                        .telling(payment.inReportingCurrency().currency()));
    }

    private List<List<Cell>> calendar(Look look, Shown show) {
        return comingYear(look).stream()
                .limit(NEXT)
                .map(entry -> row(entry, look, show))
                .toList();
    }

    private List<CalendarEntry> comingYear(Look look) {
        Period year = new Period(look.asOf(), look.asOf().plusYears(1));
        return outlook.calendar(look.ledger(), look.asOf(), year).stream()
                .filter(entry -> entry.certainty() != Certainty.PAID)
                .toList();
    }

    private static List<Cell> row(CalendarEntry entry, Look look, Shown show) {
        Cells cells = new Cells(show);
        String currency = entry.currency().code();
        return List.of(
                cells.date(entry.payDate()),
                cells.date(entry.exDate()),
                instrument(entry.instrument(), look),
                cells.text(entry.account()),
                Cell.of(show.word("certainty." + entry.certainty())).marked("status " + entry.certainty()),
                cells.price(entry.perShare()).noted(currency),
                cells.amount(entry.gross()).noted(currency));
    }

    private List<List<Cell>> missing(Look look, Shown show) {
        return outlook.missing(look.ledger(), look.asOf()).reversed().stream()
                .limit(NEXT)
                .map(found -> row(found, look, show))
                .toList();
    }

    private static List<Cell> row(MissingMoney found, Look look, Shown show) {
        Cells cells = new Cells(show);
        String currency = found.currency().code();
        Cell expected = cells.amount(found.expected()).noted(currency);
        return List.of(
                cells.date(found.date()),
                instrument(found.instrument(), look),
                Cell.of(show.word("missing." + found.kind())).marked("status " + found.kind()),
                cells.text(found.account()),
                found.sources().isEmpty() ? expected : expected.explained(Explained.ofLine(look, found.sources())),
                cells.amount(found.received()).noted(currency));
    }

    private static Cell instrument(Instrument instrument, Look look) {
        String name = instrument.symbol() != null ? instrument.symbol() : instrument.name();
        return Cell.of(name == null ? String.valueOf(instrument.isin()) : name)
                .leading(instrument.isin() == null ? null : look.to("/instruments/" + instrument.isin()));
    }
}
