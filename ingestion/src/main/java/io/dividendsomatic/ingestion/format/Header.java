package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which column of a table stands where: by name, in any order. */
public final class Header {
    private final CsvRow row;
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    private Header(CsvRow row, UnaryOperator<String> naming) {
        this.row = row;
        int last = 0;
        for (int i = 0; i < row.size(); i++) {
            String name = row.cell(i);
            if (!name.isEmpty()) {
                places.putIfAbsent(naming.apply(name), i);
                last = i + 1;
            }
        }
        this.width = last;
    }

    public static Header of(CsvRow row) {
        return new Header(row, UnaryOperator.identity());
    }

    /** A header in another vocabulary; {@code naming} gives our name of a column, or leaves it. */
    public static Header of(CsvRow row, UnaryOperator<String> naming) {
        return new Header(row, naming);
    }

    public boolean has(String... columns) {
        return Stream.of(columns).allMatch(places::containsKey);
    }

    /** Throws RefusedFile naming the columns that are not there: without them no row can be read. */
    public void require(List<String> columns) {
        List<String> missing = columns.stream().filter(column -> !has(column)).toList();
        if (!missing.isEmpty()) {
            throw new RefusedFile(
                    row.line(), ProblemCode.MISSING_COLUMN, "the table lacks " + String.join(", ", missing));
        }
    }

    /** Whether the row is the last of the file and ends before its last column. */
    public boolean isCut(CsvRow data) {
        return data.unterminated() && data.size() < width;
    }

    /** Whether the row has a cell too few, or text beyond the last column. */
    boolean isRagged(CsvRow data) {
        return data.size() < width
                || (data.size() > row.size()
                        && data.cells().subList(row.size(), data.size()).stream()
                                .anyMatch(cell -> !cell.isBlank()));
    }

    /** The row's cell in a column; empty where there is no such column. */
    public String cell(CsvRow data, String column) {
        int place = place(column);
        return place < 0 ? "" : data.cell(place);
    }

    private int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /** The column's name as the file writes it. */
    String label(String column) {
        int place = place(column);
        return place < 0 ? column : row.cell(place);
    }
}
