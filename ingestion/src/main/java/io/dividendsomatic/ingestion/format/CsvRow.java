package io.dividendsomatic.ingestion.format;

import java.util.List;

/**
 * A record of a table.
 *
 * @param line on which it begins, counted from 1
 * @param lines on how many it stands; more than one when a quoted cell holds a line break
 * @param unterminated whether the file ends with this record and no line end after it, as a cut file does
 */
public record CsvRow(SourceText source, int line, int lines, List<String> cells, boolean unterminated)
        implements SourceRow {

    /** The cell without surrounding white space; empty beyond the last. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    public int size() {
        return cells.size();
    }

    @Override
    public String raw() {
        return source.rawLines(line, lines);
    }
}
