package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.tax.FinnishReturn;
import io.dividendsomatic.dividends.tax.FinnishReturn.Payer;
import io.dividendsomatic.dividends.tax.FinnishReturn.Received;
import io.dividendsomatic.dividends.tax.FinnishRules;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.dividends.tax.TaxYear.CountryLine;
import io.dividendsomatic.dividends.tax.TaxedPayment;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The tax of the year of a day, made to be printed: by payer as a Finnish return asks for it, by country, and payment by
 * payment. What is told applies to a resident of Finland.
 */
@Controller
class TaxPages {
    private static final List<Sheet.Column> PAYERS = List.of(
            text("instrument"),
            text("income"),
            text("country"),
            number("gross"),
            number("tax"),
            number("taxable"),
            number("credit"),
            number("excess"));
    private static final List<Sheet.Column> COUNTRIES = List.of(
            text("country"),
            text("currency"),
            number("gross"),
            number("tax"),
            number("creditable"),
            number("excess"),
            number("payments"),
            number("withoutTreaty"));
    private static final List<Sheet.Column> PAYMENTS = List.of(
            text("payDate"),
            text("instrument").with("isin", "name"),
            text("country"),
            text("kind").with("reversed"),
            text("account"),
            money("gross"),
            money("tax"),
            number("taxRate"),
            number("treatyRate"),
            money("creditable"),
            money("excess"));
    /** A printed year is whole; longer ones turn pages. */
    private static final int WHOLE = 500;

    private final DividendOutlook outlook;

    TaxPages(DividendOutlook outlook) {
        this.outlook = outlook;
    }

    @GetMapping("/tax")
    String tax(Look look, Shown show, Model page) {
        TaxYear year = year(look, look.currency());
        FinnishReturn back = FinnishReturn.of(year(look, new CurrencyCode("EUR")), FinnishRules.LISTED);
        page.addAttribute("year", year.year());
        page.addAttribute("missing", back.missing().size());
        page.addAttribute(
                "afterTax",
                back.afterTax().stream()
                        .mapToInt(payer -> payer.payments().size())
                        .sum());
        page.addAttribute("unallocated", back.unallocated().size());
        page.addAttribute("payers", Sheet.plain("payers", PAYERS, payers(back, look, show)));
        page.addAttribute(
                "countries",
                Sheet.plain(
                        "countries",
                        COUNTRIES,
                        year.byCountry().stream().map(line -> row(line, show)).toList()));
        page.addAttribute("sheet", payments(year, look, show));
        return "tax";
    }

    @GetMapping({"/tax.csv", "/tax.xlsx"})
    ResponseEntity<Tabular> csv(Look look, Shown show) {
        return payments(year(look, look.currency()), look, show).file(look);
    }

    /** The whole year of the day, as far as it is known: a return is for years, not for the days before a day. */
    private TaxYear year(Look look, @Nullable CurrencyCode currency) {
        LedgerOn question = new LedgerOn(null, look.knownAt(), look.accounts(), currency);
        return outlook.taxYear(question, look.asOf().getYear(), FinnishRules.FINLAND)
                .answer();
    }

    private static List<List<Cell>> payers(FinnishReturn back, Look look, Shown show) {
        return Stream.of(
                        back.domestic().stream().map(payer -> row(payer, "domestic", look, show)),
                        back.foreign().stream().map(payer -> row(payer, "foreign", look, show)),
                        back.inLieu().stream().map(payer -> row(payer, "inLieu", look, show)),
                        back.afterTax().stream().map(payer -> row(payer, look, show)))
                .flatMap(rows -> rows)
                .toList();
    }

    private static List<Cell> row(Payer payer, String income, Look look, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                instrument(payer.instrument(), look),
                Cell.of(show.word("income." + income)),
                country(payer.country()),
                cells.amount(payer.gross()).explained(Explained.ofLine(look, payer.sources())),
                cells.amount(payer.withheld()),
                cells.amount(payer.taxable()),
                cells.amount(payer.credit()),
                cells.amount(payer.excess()));
    }

    /** What came after tax is no gross: it stands as a note beside the gross that is not known. */
    private static List<Cell> row(Received payer, Look look, Shown show) {
        Cell unknown = Cell.number(Shown.UNKNOWN, null);
        return List.of(
                instrument(payer.instrument(), look),
                Cell.of(show.word("income.afterTax"))
                        .noted(show.amount(payer.amount().value()))
                        .explained(Explained.ofLine(look, payer.sources())),
                country(payer.country()),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
    }

    private static List<Cell> row(CountryLine line, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                country(line.country()),
                cells.text(line.currency()),
                cells.amount(line.gross())
                        .noted(
                                line.afterTax().value().signum() == 0
                                        ? null
                                        : show.word("income.afterTax") + " "
                                                + show.amount(line.afterTax().value())),
                cells.amount(line.withheld()),
                cells.amount(line.creditable()),
                cells.amount(line.excess()),
                cells.count(line.payments()),
                cells.count(line.withoutTreaty()));
    }

    private static Sheet payments(TaxYear year, Look look, Shown show) {
        boolean isPrinted = look.here().first("size") == null && !SheetFile.isFile(look.here());
        Address here = isPrinted ? look.here().with("size", WHOLE) : look.here();
        return Sheet.of(
                "taxed",
                PAYMENTS,
                Stream.of(year.dividends(), year.inLieu(), year.unallocated())
                        .flatMap(List::stream)
                        .map(taxed -> row(taxed, look, show))
                        .toList(),
                List.of(),
                here);
    }

    private static List<Cell> row(TaxedPayment taxed, Look look, Shown show) {
        Cells cells = new Cells(show);
        Payment payment = taxed.payment();
        CurrencyCode currency = payment.currency();
        return List.of(
                cells.date(payment.payDate()),
                instrument(payment.instrument(), look),
                country(taxed.country()),
                Cell.of(show.word("kind." + payment.kind()))
                        .noted(payment.isStanding() ? null : show.word("income.reversed"))
                        .telling(!payment.isStanding()),
                cells.text(payment.account()),
                cells.amount(payment.gross()).in(currency).explained(Explained.ofLine(look, payment.sources())),
                cells.amount(payment.withholdingTax()).in(currency),
                cells.percent(taxed.rate()),
                cells.percent(taxed.treaty() == null ? null : taxed.treaty().share()),
                cells.amount(taxed.creditable()).telling(taxed.creditable() == null ? null : currency),
                cells.amount(taxed.excess()).telling(taxed.excess() == null ? null : currency));
    }

    private static Cell country(@Nullable String country) {
        return country == null || country.isEmpty() ? Cell.other(Shown.UNKNOWN, null) : Cell.of(country);
    }

    /** Tax by itself may name none. */
    private static Cell instrument(@Nullable Instrument instrument, Look look) {
        if (instrument == null) {
            return Cell.other(Shown.UNKNOWN, null);
        }
        String name = instrument.symbol() != null ? instrument.symbol() : instrument.name();
        return Cell.of(name == null ? String.valueOf(instrument.isin()) : name)
                .telling(instrument.isin(), instrument.name())
                .leading(instrument.isin() == null ? null : look.to("/instruments/" + instrument.isin()));
    }
}
