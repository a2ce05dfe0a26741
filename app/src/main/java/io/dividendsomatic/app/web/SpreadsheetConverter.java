package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import org.springframework.stereotype.Component;

/**
 * Writes tables as XLSX: a sheet with the rows, and one that says what they are. Decimals and days are cells of their
 * kind, with every digit in the file, of which a spreadsheet computes with 15.
 */
@Component
class SpreadsheetConverter extends TableConverter {
    private static final String PROGRAM = "Dividendsomatic";

    /** As the format wants it; the program has no versions yet. */
    private static final String VERSION = "1.0";

    private static final String DAY = "yyyy-mm-dd";

    /** Rows that are kept before they are written out. */
    private static final int FLUSH_ROWS = 1_000;

    private final ActiveGenerations generations;
    private final Clock clock;

    SpreadsheetConverter(ActiveGenerations generations, Clock clock) {
        super(GetTable.XLSX);
        this.generations = generations;
        this.clock = clock;
    }

    @Override
    protected void writeInternal(Tabular table, HttpOutputMessage output) throws IOException {
        try (Workbook workbook = new Workbook(output.getBody(), PROGRAM, VERSION)) {
            rows(table, workbook.newWorksheet("Rows"));
            about(table, workbook.newWorksheet("About"));
        }
    }

    private static void rows(Tabular table, Worksheet sheet) throws IOException {
        List<String> header = table.header();
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        int number = 1;
        for (List<@Nullable Object> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                cell(sheet, number, column, row.get(column));
            }
            if (number % FLUSH_ROWS == 0) {
                sheet.flush();
            }
            number++;
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal decimal -> sheet.value(row, column, decimal);
            case Amount amount -> sheet.value(row, column, amount.value());
            case Quantity quantity -> sheet.value(row, column, quantity.value());
            case UnitPrice price -> sheet.value(row, column, price.value());
            case Integer whole -> sheet.value(row, column, whole);
            case Long whole -> sheet.value(row, column, whole);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case String text -> sheet.value(row, column, guarded(text));
            default -> sheet.value(row, column, value.toString());
        }
    }

    private void about(Tabular table, Worksheet sheet) throws IOException {
        int row = 0;
        line(sheet, row++, "as of", table.asOf());
        line(sheet, row++, "known at", Moment.named(table.knownAt(), clock));
        line(sheet, row++, "reporting currency", table.currency());
        for (Map.Entry<String, Integer> active : generations.all().entrySet()) {
            line(sheet, row++, "generation of " + active.getKey(), active.getValue());
        }
        line(sheet, row++, "made", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        line(sheet, row, "made by", PROGRAM);
        sheet.finish();
    }

    private static void line(Worksheet sheet, int row, String name, @Nullable Object value) {
        sheet.value(row, 0, name);
        cell(sheet, row, 1, value);
    }
}
