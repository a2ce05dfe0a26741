package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.HeadedRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code eurofxref.csv} and {@code eurofxref-hist.csv}: a day a row and a currency a column, {@code Date, USD, JPY, …,}
 * with a comma at the end. The first writes days as {@code 3 March 2031}, the second as {@code 2031-03-03}.
 */
final class EcbTable {
    private static final DateStyle DATES = DateStyle.inEnglish("uuuu-MM-dd", "d MMMM uuuu", "d MMM uuuu");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** Currencies that the bank has quoted since 1999. */
    private static final List<String> TELLING = List.of("Date", "USD", "JPY", "GBP", "CHF");
    /** Also those that have ended. */
    private static final Set<String> LISTED = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private EcbTable() {}

    static Recognition recognise(CsvTable table) {
        CsvRow first = table.first();
        boolean rates = first.cell(0).equals("Date")
                && first.cells().stream()
                        .skip(1)
                        .map(String::strip)
                        .allMatch(
                                name -> name.isEmpty() || CURRENCY.matcher(name).matches());
        return rates ? Recognition.byColumns(Header.of(first), telling(Header.of(first))) : Recognition.NO;
    }

    /** A table that was cut to a few currencies tells itself by these: symbols of three letters are no currencies. */
    private static List<String> telling(Header columns) {
        List<String> currencies = columns.names().stream().skip(1).toList();
        return currencies.isEmpty() || !LISTED.containsAll(currencies) ? TELLING : columns.names();
    }

    static Reading read(CsvTable table) {
        Verdicts verdicts = new Verdicts();
        Header columns = Header.of(table.first());
        HeadedRow.of(table, Header::of, telling(columns)).forEach(headed -> {
            headed.header().refuseCut(headed.row());
            verdicts.read(headed.row(), () -> day(headed.row(), headed.header()));
        });
        List<Drift> drift = columns.drift("", columns.names()).stream().toList();
        return new Reading(verdicts.list(), drift, null, null);
    }

    private static Fact day(CsvRow row, Header columns) {
        if (columns.isRagged(row)) {
            throw refused(row, ProblemCode.RAGGED_ROW, "the cells do not fit the columns");
        }
        LocalDate date = DATES.find(row.cell(0)).orElseThrow(() -> refused(row, ProblemCode.BAD_DATE, "not a date"));
        ReferenceRates rates = new ReferenceRates(row, date);
        columns.names().stream()
                .filter(name -> !name.equals("Date"))
                .forEach(currency -> rates.add(currency, columns.cell(row, currency)));
        return rates.fact();
    }

    private static RefusedRow refused(CsvRow row, ProblemCode code, String message) {
        return new RefusedRow(new Problem(row.line(), null, code, message, row.raw()));
    }
}
