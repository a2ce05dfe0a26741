package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A table of a page, as far as it is shown: filtered, sorted, one page of it. A file of it has every row that the filter
 * leaves, in the same order, with what stands behind the cells in columns of its own.
 *
 * @param name of its place on the page
 * @param lines the rows of this page; each is made when it is asked for
 * @param total of all pages
 * @param sort the column, with a minus in front when the greatest come first; empty for the order of the query
 * @param free whether any column sorts and any text filters
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
        Address here) {
    private static final int SIZE = 50;
    private static final int MOST = 500;

    /**
     * A column.
     *
     * @param name by which it is sorted and named
     * @param number whether it stands to the right
     * @param behind names of what only a file has, each a column of its own
     */
    record Column(String name, boolean number, List<String> behind) {
        Column(String name, boolean number) {
            this(name, number, List.of());
        }

        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }

        /** Of amounts that need not be of one currency. */
        static Column money(String name) {
            return number(name).with(name + "Currency");
        }

        Column with(String... more) {
            return new Column(name, number, List.of(more));
        }
    }

    /** Which page of a table an address asks for, from 0; a file that asks for none has every row. */
    record Part(int page, int size) {
        static Part of(Address here) {
            if (SheetFile.isFile(here) && here.first("page") == null && here.first("size") == null) {
                return new Part(0, Tabular.MOST_ROWS);
            }
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
        String sort = chosen(here, "sort");
        String filter = chosen(here, "q");
        List<List<Cell>> found = new Rows<>(items, row);
        if (!sort.isEmpty() || !filter.isEmpty()) {
            found = found.stream()
                    .filter(line -> matches(line, filter))
                    .sorted(order(columns, sort))
                    .toList();
        }
        int from = (int) Math.min((long) part.page() * part.size(), found.size());
        return new Sheet(
                name,
                columns,
                found.subList(from, Math.min(from + part.size(), found.size())),
                filter.isEmpty() ? foot : List.of(),
                found.size(),
                part.page(),
                part.size(),
                sort,
                filter,
                true,
                here);
    }

    /** Of what a query answers in pages: whole only where rows are sorted or filtered. */
    static <T> Sheet queried(
            String name, List<Column> columns, Pages<T> pages, Function<T, List<Cell>> row, Address here) {
        if (!chosen(here, "sort").isEmpty() || !chosen(here, "q").isEmpty()) {
            Slice<T> all = pages.page(0, Tabular.MOST_ROWS);
            if (all.total() > all.items().size()) {
                throw refused("sort and q: they take at most " + Tabular.MOST_ROWS + " rows, not " + all.total());
            }
            return of(name, columns, all.items(), row, List.of(), here);
        }
        Part part = Part.of(here);
        Slice<T> found = pages.page(part.page(), part.size());
        return new Sheet(
                name,
                columns,
                new Rows<>(found.items(), row),
                List.of(),
                found.total(),
                part.page(),
                part.size(),
                "",
                "",
                true,
                here);
    }

    /** Answers a page of that size, the first being 0. */
    @FunctionalInterface
    interface Pages<T> {
        Slice<T> page(int page, int size);
    }

    /** Makes each row anew, so that those of a long file are not in memory at once. */
    private static final class Rows<T> extends AbstractList<List<Cell>> implements RandomAccess {
        private final List<T> items;
        private final Function<T, List<Cell>> row;

        Rows(List<T> items, Function<T, List<Cell>> row) {
            this.items = items;
            this.row = row;
        }

        @Override
        public List<Cell> get(int index) {
            return row.apply(items.get(index));
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    private static String chosen(Address here, String name) {
        return Objects.requireNonNullElse(here.first(name), "");
    }

    /** Whole, without anything to choose. */
    static Sheet plain(String name, List<Column> columns, List<List<Cell>> rows) {
        return plain(name, columns, rows, List.of());
    }

    static Sheet plain(String name, List<Column> columns, List<List<Cell>> rows, List<Cell> foot) {
        int size = Math.max(1, rows.size());
        return new Sheet(name, columns, rows, foot, rows.size(), 0, size, "", "", false, Address.of("/"));
    }

    /** Whole, and as a file of its own: under the page's path by the table's name. */
    static Sheet whole(String name, List<Column> columns, List<List<Cell>> rows, List<Cell> foot, Address page) {
        String own = "/" + name;
        Address here = page.path().contains(own + ".") ? page : page.at(page.path() + own);
        int size = Math.max(1, rows.size());
        return new Sheet(name, columns, rows, foot, rows.size(), 0, size, "", "", false, here);
    }

    private static boolean matches(List<Cell> row, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return row.stream()
                .flatMap(cell -> texts(cell).stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static List<String> texts(Cell cell) {
        List<String> texts = new ArrayList<>(List.of(cell.text()));
        if (cell.note() != null) {
            texts.add(cell.note());
        }
        for (Object behind : cell.behind()) {
            if (behind != null) {
                texts.add(behind.toString());
            }
        }
        return texts;
    }

    private static Comparator<List<Cell>> order(List<Column> columns, String sort) {
        if (sort.isEmpty()) {
            return (_, _) -> 0; // as the query has them
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

    /** Every row that is left by the filter, as a file. */
    public Address csv() {
        return asFile(".csv");
    }

    public Address spreadsheet() {
        return asFile(".xlsx");
    }

    private Address asFile(String kind) {
        return here.at(here.path() + kind).with("page", null).with("size", null);
    }

    /** As the address asks for it, by the end of its path. */
    ResponseEntity<Tabular> file(Look look) {
        return SheetFile.answer(this, look);
    }
}
