package io.dividendsomatic.ingestion.format;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A data row and the header above it. Where files were put behind one another, a header comes again in the middle,
 * perhaps with other columns; the rows behind it are read by it, and it is no row itself.
 *
 * @param first whether it is the first one under its header
 */
public record HeadedRow(CsvRow row, Header header, boolean first) {

    /**
     * The rows below the first.
     *
     * @param required columns without which words are no header
     */
    public static Iterable<HeadedRow> of(CsvTable table, Function<CsvRow, Header> bind, List<String> required) {
        return () -> new Rows(table.iterator(), bind, required);
    }

    private static final class Rows implements Iterator<HeadedRow> {
        private final Iterator<CsvRow> rows;
        private final Function<CsvRow, Header> bind;
        private final String[] required;
        private Header header;
        private @Nullable HeadedRow next;

        Rows(Iterator<CsvRow> rows, Function<CsvRow, Header> bind, List<String> required) {
            this.rows = rows;
            this.bind = bind;
            this.required = required.toArray(String[]::new);
            this.header = bind.apply(rows.next());
            this.next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public HeadedRow next() {
            HeadedRow row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return row;
        }

        private @Nullable HeadedRow read() {
            boolean first = next == null;
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                Header again = row.hasFigure() ? null : bind.apply(row);
                if (again == null || !again.has(required)) {
                    return new HeadedRow(row, header, first);
                }
                header = again;
                first = true;
            }
            return null;
        }
    }
}
