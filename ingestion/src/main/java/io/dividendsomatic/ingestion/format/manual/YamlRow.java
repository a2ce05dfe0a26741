package io.dividendsomatic.ingestion.format.manual;

import io.dividendsomatic.ingestion.format.NamedCells;
import io.dividendsomatic.ingestion.format.SourceRow;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list as a row: its scalars by name, as they are written.
 *
 * @param keys also of what is no scalar
 * @param fault why the entry is no row, when it is none
 */
record YamlRow(
        int line,
        int lines,
        String raw,
        Set<String> keys,
        Map<String, String> values,
        @Nullable String fault) implements SourceRow, NamedCells {

    YamlRow {
        keys = Set.copyOf(keys);
        values = Map.copyOf(values);
    }

    @Override
    public boolean has(String column) {
        return values.containsKey(column);
    }

    @Override
    public String cell(String column) {
        return values.getOrDefault(column, "").strip();
    }

    @Override
    public String label(String column) {
        return column;
    }
}
