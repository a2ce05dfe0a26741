package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data portal's series of the dataflow {@code EXR} as {@code csvdata}: an observation a row, with the units of
 * {@code CURRENCY} for one of {@code CURRENCY_DENOM}. Daily spot rates ({@code D}, {@code SP00}) against the euro are
 * rates of a day; averages of longer times and effective exchange rates are none, and are passed over. Of many other
 * columns, which tell of the series, none is read.
 */
final class EcbSeries {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd");
    private static final List<String> COLUMNS =
            List.of("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "TIME_PERIOD", "OBS_VALUE");

    private EcbSeries() {}

    static Recognition recognise(CsvTable table) {
        return Recognition.byColumns(Header.of(table.first()), COLUMNS);
    }

    static Reading read(CsvTable table) {
        Verdicts verdicts = new Verdicts();
        Header columns = Header.of(table.first());
        Iterator<CsvRow> rows = table.iterator();
        rows.next();
        rows.forEachRemaining(row -> {
            columns.refuseCut(row);
            String reason = columns.isRagged(row) ? null : reason(row, columns);
            if (reason == null) {
                verdicts.read(row, () -> rate(row, columns));
            } else {
                verdicts.ignore(row, reason);
            }
        });
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    private static @Nullable String reason(CsvRow row, Header columns) {
        if (!columns.cell(row, "FREQ").equals("D")) {
            return "AVERAGE: a rate of more than a day";
        }
        if (!columns.cell(row, "EXR_TYPE").equals("SP00")) {
            return "INDEX: no rate of a currency";
        }
        String figure = columns.cell(row, "OBS_VALUE");
        return figure.isEmpty() || figure.equals("NaN") ? "NO_RATE: the bank gave none that day" : null;
    }

    private static Fact rate(CsvRow row, Header columns) {
        if (columns.isRagged(row)) {
            throw new RefusedRow(new Problem(
                    row.line(), null, ProblemCode.RAGGED_ROW, "the cells do not fit the columns", row.raw()));
        }
        if (!columns.cell(row, "CURRENCY_DENOM").equals("EUR")) {
            throw refused(
                    row, columns, "CURRENCY_DENOM", ProblemCode.UNKNOWN_CURRENCY, "a reference rate is for one euro");
        }
        LocalDate date = DATES.find(columns.cell(row, "TIME_PERIOD"))
                .orElseThrow(() -> refused(row, columns, "TIME_PERIOD", ProblemCode.BAD_DATE, "not a date"));
        ReferenceRates rates = new ReferenceRates(row, date);
        rates.add(columns.cell(row, "CURRENCY"), columns.cell(row, "OBS_VALUE"));
        return rates.fact();
    }

    private static RefusedRow refused(CsvRow row, Header columns, String column, ProblemCode code, String message) {
        return new RefusedRow(new Problem(row.line(), column, code, message, columns.cell(row, column)));
    }
}
