package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Drift;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects how the tables of a file differ from what its format knows: one entry a table, in the file's order. */
public final class Drifts {
    private final Map<String, Columns> tables = new LinkedHashMap<>();

    private record Columns(Set<String> unknown, Set<String> missing) {}

    /** Adds to what is told of that table already. */
    public void add(Drift drift) {
        Columns columns = of(drift.table());
        columns.unknown.addAll(drift.unknown());
        columns.missing.addAll(drift.missing());
    }

    /** A table that the format does not know; without a header it has no columns. */
    public void unknownTable(String table, Collection<String> columns) {
        Set<String> unknown = of(table).unknown;
        columns.stream().filter(column -> !column.isEmpty()).forEach(unknown::add);
    }

    private Columns of(String table) {
        return tables.computeIfAbsent(table, name -> new Columns(new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    public List<Drift> list() {
        return tables.entrySet().stream()
                .map(table -> new Drift(
                        table.getKey(), List.copyOf(table.getValue().unknown), List.copyOf(table.getValue().missing)))
                .toList();
    }
}
