package io.dividendsomatic.ingestion.format.yahoo;

import io.dividendsomatic.ingestion.events.Span;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.NamedCells;
import io.dividendsomatic.ingestion.format.SourceRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a JSON array as a row: its scalar members by name, as they are written. {@code null} and members that
 * hold objects or arrays are absent.
 *
 * @param fault why the element is no row, when it is none
 */
record JsonRow(
        int line,
        int lines,
        @Nullable Span span,
        String raw,
        Map<String, String> members,
        @Nullable String fault) implements SourceRow, NamedCells {

    JsonRow {
        members = Map.copyOf(members);
    }

    @Override
    public boolean has(String column) {
        return members.containsKey(column);
    }

    @Override
    public String cell(String column) {
        return CsvRow.visible(members.getOrDefault(column, ""));
    }

    @Override
    public String label(String column) {
        return column;
    }
}
