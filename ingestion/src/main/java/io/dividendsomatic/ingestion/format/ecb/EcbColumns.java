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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the data portal's own page downloads: {@code DATE, TIME PERIOD,} and a column for each series, whose name ends in
 * its key, as in {@code US dollar/Euro (EXR.D.USD.EUR.SP00.A)}. Only daily spot rates against the euro are read.
 */
final class EcbColumns {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd");
    private static final Pattern SERIES = Pattern.compile(".*\\(EXR\\.D\\.([A-Z]{3})\\.EUR\\.SP00\\.A\\)");
    private static final int FIRST_SERIES = 2;

    private EcbColumns() {}

    static Recognition recognise(CsvTable table) {
        CsvRow first = table.first();
        return first.cell(0).equals("DATE")
                        && first.cell(1).equals("TIME PERIOD")
                        && first.cells().stream()
                                .anyMatch(name -> SERIES.matcher(name).matches())
                ? Recognition.YES
                : Recognition.NO;
    }

    static Reading read(CsvTable table) {
        Verdicts verdicts = new Verdicts();
        CsvRow header = table.first();
        Header columns = Header.of(header);
        Iterator<CsvRow> rows = table.iterator();
        rows.next();
        rows.forEachRemaining(row -> {
            columns.refuseCut(row);
            if (!columns.isRagged(row) && isEmpty(row)) {
                verdicts.ignore(row, "NO_RATE: the bank gave none that day");
            } else {
                verdicts.read(row, () -> day(row, header, columns));
            }
        });
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    private static boolean isEmpty(CsvRow row) {
        return row.cells().stream().skip(FIRST_SERIES).allMatch(String::isBlank);
    }

    private static Fact day(CsvRow row, CsvRow header, Header columns) {
        if (columns.isRagged(row)) {
            throw new RefusedRow(new Problem(
                    row.line(), null, ProblemCode.RAGGED_ROW, "the cells do not fit the columns", row.raw()));
        }
        LocalDate date = DATES.find(row.cell(0))
                .orElseThrow(() -> new RefusedRow(
                        new Problem(row.line(), "DATE", ProblemCode.BAD_DATE, "not a date", row.cell(0))));
        ReferenceRates rates = new ReferenceRates(row, date);
        for (int i = FIRST_SERIES; i < header.size(); i++) {
            Matcher series = SERIES.matcher(header.cell(i));
            if (series.matches()) {
                rates.add(series.group(1), row.cell(i));
            }
        }
        return rates.fact();
    }
}
