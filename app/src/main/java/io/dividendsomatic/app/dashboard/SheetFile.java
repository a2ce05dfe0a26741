package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.GetTable;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A table of a page as a file, which says what it was asked for as the files of the reports do.
 *
 * @param sheet what it shows
 * @param asOf the day that was looked at
 * @param currency of what is converted
 */
record SheetFile(Sheet sheet, LocalDate asOf, Instant knownAt, CurrencyCode currency) implements Tabular {

    static boolean isFile(Address here) {
        return here.path().endsWith(".csv") || here.path().endsWith(".xlsx");
    }

    /** Its name and headers are those of every table. */
    static ResponseEntity<Tabular> answer(Sheet sheet, Look look) {
        return ResponseEntity.ok()
                .contentType(look.here().path().endsWith(".xlsx") ? GetTable.XLSX : GetTable.CSV)
                .body(new SheetFile(sheet, look.asOf(), look.knownAt(), look.reporting()));
    }

    @Override
    public long total() {
        return sheet.total();
    }

    @Override
    public List<String> header() {
        return sheet.columns().stream()
                .flatMap(column -> Stream.concat(Stream.of(column.name()), column.behind().stream()))
                .toList();
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<Cell>> lines = sheet.lines();
        return new AbstractList<>() {
            @Override
            public List<@Nullable Object> get(int index) {
                return values(lines.get(index));
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }

    private List<@Nullable Object> values(List<Cell> line) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int at = 0; at < line.size(); at++) {
            Cell cell = line.get(at);
            values.add(cell.value());
            int behind = sheet.columns().get(at).behind().size();
            for (int i = 0; i < behind; i++) {
                values.add(i < cell.behind().size() ? cell.behind().get(i) : null);
            }
        }
        return values;
    }
}
