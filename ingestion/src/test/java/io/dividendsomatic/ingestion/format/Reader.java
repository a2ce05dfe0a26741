package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.ingestion.events.FileEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader of tables, and a small sound file for it with three rows, of which tests damage the one in the middle.
 *
 * @param before lines above the header
 * @param after lines below the rows
 * @param delimiter between cells
 * @param figure the column of numbers, from 0, that is damaged
 * @param label its name
 */
record Reader(
        String name,
        List<String> before,
        String header,
        List<String> rows,
        List<String> after,
        String delimiter,
        int figure,
        String label) {

    static Reader of(String name, String delimiter, String label, String header, String... rows) {
        List<String> columns = List.of(header.split(delimiter, -1));
        return new Reader(name, List.of(), header, List.of(rows), List.of(), delimiter, columns.indexOf(label), label);
    }

    Reader within(List<String> above, List<String> below) {
        return new Reader(name, above, header, rows, below, delimiter, figure, label);
    }

    /** The line of the damaged row, from 1. */
    int line() {
        return before.size() + 3;
    }

    String middle() {
        return rows.get(1);
    }

    /** The file with another row in the middle. */
    String with(String row) {
        return text(header, List.of(rows.getFirst(), row, rows.getLast()));
    }

    /** The middle row with other text in its cell of a number. */
    String damaged(String cell) {
        List<String> cells = cells(middle());
        cells.set(figure, cell);
        return String.join(delimiter, cells);
    }

    List<String> cells(String row) {
        return new ArrayList<>(List.of(row.split(delimiter, -1)));
    }

    String text() {
        return text(header, rows);
    }

    String text(String head, List<String> data) {
        List<String> lines = new ArrayList<>(before);
        lines.add(head);
        lines.addAll(data);
        lines.addAll(after);
        return String.join("\n", lines) + "\n";
    }

    static List<FileEvent> read(String text) {
        return Arrivals.read("file.csv", text.getBytes(UTF_8), Arrivals.GIVEN);
    }

    @Override
    public String toString() {
        return name;
    }
}
