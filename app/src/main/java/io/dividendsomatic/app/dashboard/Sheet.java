package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.GetTable;
import io.dividendsomatic.app.web.Tabular;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A table of a page, as far as it is shown: filtered, sorted, one page of it. As CSV it gives the same rows and columns.
 *
 * @param name of its address with {@code .csv} behind it, and of its place on the page
 * @param lines the rows of this page
 * @param total of all pages
 * @param sort the column, with a minus in front when the greatest come first; empty for the order of the query
 * @param free whether the rows are all at hand, so that any column sorts and any text filters
 */
record Sheet(
        String name,
        List<Column> columns,
        List<List<Cell>> lines,
        List<Cell> foot,
        long total,
        int page,
        int size,
        String sort,
        String filter,
        boolean free,
        Address here)
        implements Tabular {
    private static final int SIZE = 50;
    private static final int MOST = 500;

    /** @param name by which it is sorted and named; {@code number} puts it to the right */
    record Column(String name, boolean number) {
        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** Which page of a table an address asks for, from 0. */
    record Part(int page, int size) {
        static Part of(Address here) {
            int page = whole(here, "page", 0);
            int size = whole(here, "size", SIZE);
            if (page < 0 || size < 1 || size > MOST || (page + 1L) * size > Integer.MAX_VALUE) {
                throw refused("page and size: size is from 1 to " + MOST);
            }
            return new Part(page, size);
        }
    }

    /** Of rows that are all at hand. */
    static Sheet of(String name, List<Column> columns, List<List<Cell>> rows, List<Cell> foot, Address here) {
        return of(name, columns, rows, row -> row, foot, here);
    }

    /** The same of what becomes a row only where it is shown, or where rows are sorted or filtered. */
    static <T> Sheet of(
            String name,
            List<Column> columns,
            List<T> items,
            Function<T, List<Cell>> row,
            List<Cell> foot,
            Address here) {
        Part part = Part.of(here);
        String sort = Objects.requireNonNullElse(here.first("sort"), "");
        String filter = Objects.requireNonNullElse(here.first("q"), "");
        List<Supplier<List<Cell>>> found = items.stream()
                .<Supplier<List<Cell>>>map(item -> () -> row.apply(item))
                .toList();
        if (!sort.isEmpty() || !filter.isEmpty()) {
            found = items.stream()
                    .map(row)
                    .filter(line -> matches(line, filter))
                    .sorted(order(columns, sort))
                    .<Supplier<List<Cell>>>map(line -> () -> line)
                    .toList();
        }
        return new Sheet(
                name,
                columns,
                found.stream()
                        .skip((long) part.page() * part.size())
                        .limit(part.size())
                        .map(Supplier::get)
                        .toList(),
                filter.isEmpty() ? foot : List.of(),
                found.size(),
                part.page(),
                part.size(),
                sort,
                filter,
                true,
                here);
    }

    /** Of one page that a query answered. */
    static Sheet page(String name, List<Column> columns, List<List<Cell>> rows, long total, Address here) {
        Part part = Part.of(here);
        return new Sheet(name, columns, rows, List.of(), total, part.page(), part.size(), "", "", false, here);
    }

    /** Whole, without anything to choose. */
    static Sheet plain(String name, List<Column> columns, List<List<Cell>> rows) {
        return plain(name, columns, rows, List.of());
    }

    static Sheet plain(String name, List<Column> columns, List<List<Cell>> rows, List<Cell> foot) {
        int size = Math.max(1, rows.size());
        return new Sheet(name, columns, rows, foot, rows.size(), 0, size, "", "", false, Address.of("/"));
    }

    private static boolean matches(List<Cell> row, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return row.stream()
                .anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains(wanted)
                        || (cell.note() != null
                                && cell.note().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private static Comparator<List<Cell>> order(List<Column> columns, String sort) {
        if (sort.isEmpty()) {
            return (one, other) -> 0; // as the query has them
        }
        boolean down = sort.startsWith("-");
        String name = down ? sort.substring(1) : sort;
        int index = columns.stream().map(Column::name).toList().indexOf(name);
        if (index < 0) {
            throw refused("sort: there is no column '" + name + "'");
        }
        Comparator<Comparable<?>> values = Sheet::compare;
        return Comparator.comparing(
                row -> row.get(index).value(), Comparator.nullsLast(down ? values.reversed() : values));
    }

    /** Cells of a column hold values of one type. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return one instanceof String text && other instanceof String otherText
                ? text.compareToIgnoreCase(otherText)
                : ((Comparable<Object>) one).compareTo(other);
    }

    private static int whole(Address here, String name, int otherwise) {
        String text = here.first(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(name + ": '" + text + "' is not a number");
        }
    }

    private static ApiProblem refused(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", detail);
    }

    /** Its rows as HTML. */
    public String body() {
        return TableBody.of(lines);
    }

    public boolean hasMore() {
        return (page + 1L) * size < total;
    }

    public long first() {
        return total == 0 ? 0 : (long) page * size + 1;
    }

    public long last() {
        return Math.min(total, (page + 1L) * size);
    }

    /** The other way round when it is sorted by that column already. */
    public Address sortedBy(Column column) {
        String name = column.name();
        boolean isSorted = sort.equals(name) || sort.equals("-" + name);
        boolean greatestFirst = isSorted ? sort.equals(name) : column.number();
        return here.with("sort", greatestFirst ? "-" + name : name).with("page", null);
    }

    /** For assistive technology. */
    public @Nullable String direction(Column column) {
        return sort.equals(column.name()) ? "ascending" : sort.equals("-" + column.name()) ? "descending" : null;
    }

    public Address turned(int pages) {
        return here.with("page", page + pages == 0 ? null : page + pages);
    }

    /** The rows that are shown, as a file. */
    public Address csv() {
        return here.at(here.path() + ".csv");
    }

    public Address spreadsheet() {
        return here.at(here.path() + ".xlsx");
    }

    /** As the address asks for it, by the end of its path. */
    ResponseEntity<Tabular> file() {
        String path = here.path();
        return ResponseEntity.ok()
                .contentType(path.endsWith(".xlsx") ? GetTable.XLSX : GetTable.CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + path.substring(path.lastIndexOf('.')))
                                .build()
                                .toString())
                .body(this);
    }

    @Override
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return lines.stream().map(Sheet::values).toList();
    }

    private static List<@Nullable Object> values(List<Cell> line) {
        @Nullable Object[] values = line.stream().map(Cell::value).toArray();
        return Arrays.asList(values);
    }
}
