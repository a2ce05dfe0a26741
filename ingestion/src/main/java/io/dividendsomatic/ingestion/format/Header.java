package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.ProblemCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which column of a table stands where: by name, in any order. */
public final class Header {
    private final CsvRow row;
    private final Map<String, Integer> places = new HashMap<>();
    /** Of columns whose name stands further left already: nobody reads them. */
    private final SortedSet<Integer> again = new TreeSet<>();

    private final int width;

    private Header(CsvRow row, UnaryOperator<String> naming) {
        this.row = row;
        int last = 0;
        for (int i = 0; i < row.size(); i++) {
            String name = row.cell(i);
            if (!name.isEmpty()) {
                String ours = naming.apply(name);
                Integer before = places.putIfAbsent(ours, i);
                if (before != null && row.cell(before).equals(name) && !ours.isEmpty()) {
                    again.add(i);
                }
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

    /** The row's cells by these columns. */
    NamedCells cellsOf(CsvRow data) {
        return new NamedCells() {
            @Override
            public boolean has(String column) {
                return places.containsKey(column);
            }

            @Override
            public String cell(String column) {
                return Header.this.cell(data, column);
            }

            @Override
            public String label(String column) {
                return Header.this.label(column);
            }
        };
    }

    /**
     * How this header differs from what its format knows; nothing when it does not. Of two columns of one name the first
     * is read, and the second is an unknown one.
     *
     * @param known columns, by our names
     */
    public Optional<Drift> drift(String table, Collection<String> known) {
        SortedMap<Integer, String> unread = new TreeMap<>();
        places.forEach((column, place) -> {
            if (!known.contains(column)) {
                unread.put(place, row.cell(place));
            }
        });
        again.forEach(place -> unread.put(place, again(row.cell(place))));
        List<String> unknown = List.copyOf(unread.values());
        List<String> missing =
                known.stream().filter(column -> !places.containsKey(column)).toList();
        return unknown.isEmpty() && missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drift(table, unknown, missing));
    }

    /** The columns from left to right, each name once. */
    public List<String> names() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What drift calls a column whose values stand in another one already. */
    public static String again(String column) {
        return column + " (again)";
    }

    /** Those of the columns that are not there. */
    public List<String> missing(List<String> columns) {
        return columns.stream().filter(column -> !has(column)).toList();
    }

    /** Throws RefusedFile naming the columns that are not there: without them no row can be read. */
    public void require(List<String> columns) {
        List<String> missing = missing(columns);
        if (!missing.isEmpty()) {
            throw new RefusedFile(
                    row.line(), ProblemCode.MISSING_COLUMN, "the table lacks " + String.join(", ", missing));
        }
    }

    /** Whether the row is the last of the file and ends before its last column. */
    public boolean isCut(CsvRow data) {
        return data.unterminated() && data.size() < width;
    }

    /** Throws RefusedFile when the file ends inside this row. */
    public void refuseCut(CsvRow data) {
        if (isCut(data)) {
            throw new RefusedFile(data.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
    }

    /** Whether the row has a cell too few, or text beyond the last column. */
    public boolean isRagged(CsvRow data) {
        return data.size() < width || isLong(data);
    }

    /** Whether the row has text beyond the last column. */
    public boolean isLong(CsvRow data) {
        return data.size() > row.size()
                && data.cells().subList(row.size(), data.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    /** Whether the row has a cell too few. */
    public boolean isShort(CsvRow data) {
        return data.size() < width;
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
    public String label(String column) {
        int place = place(column);
        return place < 0 ? column : row.cell(place);
    }
}
