package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a file: which of its records are rows, of which table, and what each of them becomes. */
final class MappedTable {
    private final MappedFile file;
    private final List<Placed> records = new ArrayList<>();
    private final List<MappedRow> rows = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final List<Drift> drift = new ArrayList<>();
    /** Text above the first table, and above that which is read. */
    private final List<CsvRow> preamble = new ArrayList<>();

    private List<CsvRow> titles = new ArrayList<>();
    private @Nullable Columns columns;
    private boolean ended;

    MappedTable(MappedFile file) {
        this.file = file;
    }

    /** A record with the columns under which it stands; with a reason where it is no row. */
    private record Placed(
            CsvRow row, @Nullable Columns columns, @Nullable String ignored) {}

    /** Throws RefusedFile for a table without a row, or that ends inside one. */
    Reading read(CsvTable table) {
        if (file.common().recognise().columns().isEmpty()) {
            columns = Columns.of(file.common(), null, List.of());
        }
        for (CsvRow row : table) {
            Optional<Mapping> headed = file.headedBy(CsvTable.words(row));
            if (headed.isPresent()) {
                bind(headed.get(), row);
            } else {
                place(row);
            }
        }
        if (records.stream().noneMatch(record -> record.ignored() == null)) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has a header and no row");
        }
        lookBack();
        records.forEach(this::add);
        Verdicts verdicts = new Verdicts();
        new MappedGroups(rows).tell(verdicts);
        return new Reading(verdicts.list(), drift, null, null);
    }

    private void bind(Mapping table, CsvRow header) {
        List<CsvRow> above = new ArrayList<>(titles.reversed());
        above.addAll(preamble);
        Columns bound = Columns.of(table, header, above);
        if (found.add(table.table())) {
            bound.drift().ifPresent(drift::add);
        }
        columns = bound;
        ended = false;
        titles = new ArrayList<>();
    }

    /** A row under a title and no header that is known is refused: it may tell what the mapping does not know. */
    private void place(CsvRow row) {
        Columns bound = columns == null ? null : columns.under(row);
        if (bound != null
                && !ended
                && row.unterminated()
                && bound.isTooShort(row)
                && !isTrailer(bound, row)
                && !file.common().file().allowsShort()) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
        if (file.isTitle(row)) {
            titles.add(row);
            records.add(new Placed(row, null, "TITLE"));
            columns = null;
        } else if (bound == null && found.isEmpty()) {
            preamble.add(row);
            records.add(new Placed(row, null, "PREAMBLE"));
        } else {
            ended = bound != null && (ended || isTrailer(bound, row));
            records.add(new Placed(row, bound, ended ? "TRAILER" : null));
        }
    }

    private static boolean isTrailer(Columns bound, CsvRow row) {
        String first = row.cells().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return bound.mapping().trailer().stream().anyMatch(wording -> wording.fits(first));
    }

    private void lookBack() {
        Map<Columns, List<CsvRow>> logs = new LinkedHashMap<>();
        for (Placed record : records) {
            Columns bound = record.columns();
            if (bound != null && bound.mapping().log() != null && record.ignored() == null) {
                logs.computeIfAbsent(bound, none -> new ArrayList<>()).add(record.row());
            }
        }
        logs.forEach((bound, log) -> bound.lookBackTo(Earlier.rows(bound, log)));
    }

    private void add(Placed record) {
        CsvRow row = record.row();
        Columns bound = record.columns();
        if (bound == null || record.ignored() != null) {
            rows.add(new MappedRow(row, null, null, record.ignored(), null));
            return;
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

    private static Optional<Rule> rule(CsvRow row, Columns bound) {
        return bound.mapping().rows().stream()
                .filter(rule -> fits(rule, row, bound))
                .findFirst();
    }

    private static boolean fits(Rule rule, CsvRow row, Columns bound) {
        return rule.when().entrySet().stream().allMatch(when -> {
            CellText cell = bound.find(row, when.getKey());
            return when.getValue().stream().anyMatch(condition -> condition.holds(cell));
        });
    }
}
