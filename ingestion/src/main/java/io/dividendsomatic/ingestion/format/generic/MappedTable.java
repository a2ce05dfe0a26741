package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a table: which of its records are rows, under which header, and what each of them becomes. */
final class MappedTable {
    private final Mapping mapping;
    private final List<MappedRow> rows = new ArrayList<>();
    private final List<CsvRow> preamble = new ArrayList<>();
    private final List<Drift> drift = new ArrayList<>();
    private @Nullable Columns columns;
    private boolean ended;

    MappedTable(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Throws RefusedFile for a table without a row, or that ends inside one. */
    Reading read(CsvTable table) {
        if (mapping.recognise().columns().isEmpty()) {
            columns = Columns.of(mapping, null, List.of());
        }
        for (CsvRow row : table) {
            if (Columns.isHeader(mapping, CsvTable.words(row))) {
                bind(row);
            } else {
                add(row, columns);
            }
        }
        if (rows.stream().noneMatch(row -> row.ignored() == null)) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has a header and no row");
        }
        Verdicts verdicts = new Verdicts();
        new MappedGroups(mapping, rows).tell(verdicts);
        return new Reading(verdicts.list(), drift, null, null);
    }

    private void bind(CsvRow header) {
        Columns bound = Columns.of(mapping, header, preamble);
        if (columns == null) {
            bound.drift().ifPresent(drift::add);
        }
        columns = bound;
        ended = false;
    }

    private void add(CsvRow row, @Nullable Columns bound) {
        if (bound == null) {
            preamble.add(row);
            rows.add(MappedRow.ignored(row, "PREAMBLE"));
            return;
        }
        ended = ended || isTrailer(row);
        if (ended) {
            rows.add(MappedRow.ignored(row, "TRAILER"));
            return;
        }
        if (row.unterminated() && bound.isTooShort(row) && !mapping.file().allowsShort()) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
        Rule rule = rule(row, bound).orElse(null);
        int above = rows.size() - 1;
        while (above >= 0 && rows.get(above).restOf() != null) {
            above--;
        }
        if (rule != null && rule.continues() && above >= 0) {
            MappedRow whole = refreshed(rows.get(above).continuedBy(row));
            rows.set(above, whole);
            rows.add(MappedRow.continuation(row, whole));
        } else {
            rows.add(new MappedRow(row, bound, rule, null, null));
        }
    }

    /** The row above, with what was added to it. */
    private MappedRow refreshed(MappedRow row) {
        Columns bound = row.columns();
        return bound == null
                ? row
                : new MappedRow(row.row(), bound, rule(row.row(), bound).orElse(null), null, null);
    }

    private Optional<Rule> rule(CsvRow row, Columns bound) {
        return mapping.rows().stream().filter(rule -> fits(rule, row, bound)).findFirst();
    }

    private static boolean fits(Rule rule, CsvRow row, Columns bound) {
        return rule.when().entrySet().stream().allMatch(when -> {
            CellText cell = bound.find(row, when.getKey());
            return when.getValue().stream().anyMatch(condition -> condition.holds(cell));
        });
    }

    private boolean isTrailer(CsvRow row) {
        String first = row.cells().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return mapping.trailer().stream().anyMatch(wording -> wording.fits(first));
    }
}
