package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Drifts;
import io.dividendsomatic.ingestion.format.HeadedRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Nordnet's transactions in Finnish, Swedish, Norwegian or Danish: one table, of 14 to 30 columns over the years, as
 * UTF-16 with tabs or in the code page of Windows with semicolons. Rows may lack their last cells. Columns and types of
 * transactions stand in {@code columns.properties} and {@code types.properties}.
 */
final class Transactions implements StatementFormat {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd", "d.M.uuuu");

    @Override
    public String name() {
        return "nordnet-transactions";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 10;
    }

    @Override
    public Dialect dialect() {
        return new Dialect(Charset.forName("windows-1252"), null);
    }

    @Override
    public Recognition recognise(Document document) {
        return document.isTable(dialect())
                ? Recognition.byColumns(
                        TransactionColumns.bind(document.table(dialect()).first()), TransactionColumns.REQUIRED)
                : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        Header header = TransactionColumns.bind(table.first());
        Iterable<HeadedRow> rows = HeadedRow.of(table, TransactionColumns::bind, TransactionColumns.REQUIRED);
        Bookings bookings = Bookings.of(rows, TransactionColumns.groupsByDots(header));
        Verdicts verdicts = new Verdicts();
        Drifts drift = new Drifts();
        TransactionColumns.drift(header).ifPresent(drift::add);
        rows.forEach(row -> {
            if (row.first()) {
                TransactionColumns.drift(row.header()).ifPresent(drift::add);
            }
            read(row.row(), row.header(), bookings, verdicts);
        });
        return new Reading(verdicts.list(), drift.list(), null, null);
    }

    /** A row made by hand may have a cell too many before the amount: nothing says which, so none of it is believed. */
    private static void refuseMoved(CsvRow row, Header header) {
        if (CurrencyUnit.find(header.cell(row, "Amount")).isPresent()) {
            throw new RefusedRow(new Problem(
                    row.line(),
                    header.label("Amount"),
                    ProblemCode.RAGGED_ROW,
                    "a currency stands where the amount should: the cells are moved",
                    row.raw()));
        }
    }

    private static void read(CsvRow row, Header header, Bookings bookings, Verdicts verdicts) {
        header.refuseCut(row);
        Optional<LocalDate> cancelled = DATES.find(header.cell(row, "Cancelled"));
        if (cancelled.isPresent()) {
            verdicts.ignore(row, "CANCELLED: " + cancelled.get());
        } else {
            verdicts.read(row, () -> {
                refuseMoved(row, header);
                Cells cells = Cells.ofShort(row, header, bookings.numbers(), DATES);
                return new TransactionRow(cells, Bookings.currencyColumn(header), bookings).read();
            });
        }
    }
}
