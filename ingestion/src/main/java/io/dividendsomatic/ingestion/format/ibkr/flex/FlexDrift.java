package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.ibkr.UsualColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the tables of one Flex query differ from what is known of them. A query has the columns that its owner ticked among
 * hundreds, so that most are missing on purpose; told are those of {@link UsualColumns}. A table that nothing reads has
 * all of its columns as unknown ones; those that tell again what others tell are known.
 */
final class FlexDrift {
    private static final UsualColumns USUAL = UsualColumns.beside(FlexDrift.class);

    private final Map<String, Seen> tables = new LinkedHashMap<>();

    private static final class Seen {
        private Optional<FlexTable> table = Optional.empty();
        private final Set<String> has = new HashSet<>();
        private final Set<String> unknown = new LinkedHashSet<>();
    }

    /** A section of which perhaps nothing more will be seen. */
    void begin(String name) {
        if (FlexTable.named(name).isEmpty()) {
            tables.computeIfAbsent(name, unseen -> new Seen());
        }
    }

    /**
     * Columns of a table, or attributes of one of its rows.
     *
     * @param name of the table in the file
     */
    void add(String name, Optional<FlexTable> table, Collection<String> columns) {
        Seen seen = tables.computeIfAbsent(name, unseen -> new Seen());
        seen.table = table.or(() -> seen.table);
        Set<String> here = new HashSet<>();
        for (String column : columns) {
            String ours = FlexColumns.ours(column);
            if (column.isEmpty()) {
                continue;
            }
            if (!here.add(ours)) {
                seen.unknown.add(Header.again(column));
            } else if (table.isEmpty() || !FlexColumns.isKnown(column)) {
                seen.unknown.add(column);
            }
            seen.has.add(ours);
        }
    }

    List<Drift> list() {
        List<Drift> drift = new ArrayList<>();
        tables.forEach((name, seen) -> {
            List<String> missing = seen.table
                    .map(table -> USUAL.missing(table.name(), seen.has::contains))
                    .orElse(List.of());
            boolean isKnown = seen.table.isPresent() || FlexTable.isRetold(name);
            if (!isKnown || (seen.table.isPresent() && !(seen.unknown.isEmpty() && missing.isEmpty()))) {
                drift.add(new Drift(name, List.copyOf(seen.unknown), missing));
            }
        });
        return drift;
    }

    /** Of a file without names for its tables: one table alone needs none. */
    List<Drift> listUnnamed() {
        return tables.size() > 1
                ? list()
                : list().stream()
                        .map(drift -> new Drift("", drift.unknown(), drift.missing()))
                        .toList();
    }
}
