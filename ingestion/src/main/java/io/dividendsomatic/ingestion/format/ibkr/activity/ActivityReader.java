package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Drifts;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.ingestion.format.ibkr.Heading;
import io.dividendsomatic.ingestion.format.ibkr.UsualColumns;
import io.dividendsomatic.ingestion.format.ibkr.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads one Activity Statement, in two looks: the first for what no single row tells, the second row by row. Sections
 * that have no meaning to us are counted by name; of one that nobody knows, rows with an amount are refused.
 */
final class ActivityReader {
    private static final Set<String> TOTALS = Set.of("SubTotal", "Total");
    /** Why a line about the account's owner is passed over; a rejection would keep its text. */
    private static final String PERSONAL = "PERSONAL";
    /** Characters of a section's name in a reason; the longest known has 59. */
    private static final int MAX_SECTION = 80;

    private static final UsualColumns USUAL = UsualColumns.beside(ActivityReader.class);

    private final Language language;
    private final Wording wording;
    private final Verdicts verdicts = new Verdicts();
    private final Drifts drift = new Drifts();
    private final Tables tables;
    private final Totals totals = new Totals();

    ActivityReader(Language language, Wording wording) {
        this.language = language;
        this.wording = wording;
        this.tables = new Tables(language);
    }

    Reading read(CsvTable table) {
        Context context = new Context(language, wording, Survey.of(table, language, wording));
        for (CsvRow row : table) {
            Tables.Table begun = tables.begin(row);
            if (begun == null) {
                refuseCut(row);
                judge(row, context);
            } else {
                lookForDrift(begun);
            }
        }
        Heading heading = context.heading();
        return new Reading(verdicts.list(), drift.list(), heading.period(), heading.statedAt());
    }

    private void lookForDrift(Tables.Table begun) {
        CsvRow names = begun.names();
        Optional<Section> section = language.section(names.cell(0));
        if (section.isEmpty()) {
            drift.unknownTable(names.cell(0), names.stripped().subList(2, names.size()));
        }
        section.filter(known -> !SectionRules.of(known).isIgnored()).ifPresent(one -> {
            List<String> known = new ArrayList<>(SectionRules.of(one).known().stream()
                    .filter(begun.header()::has)
                    .toList());
            known.addAll(USUAL.missing(one.name(), begun.header()::has));
            known.add(language.column(names.cell(0)));
            known.add(language.column(names.cell(1)));
            begun.header().drift(names.cell(0), known).ifPresent(drift::add);
        });
    }

    /** Totals may be shorter than their table, but a last row without line end is what remains of a cut file. */
    private void refuseCut(CsvRow row) {
        Tables.Table under = tables.of(row);
        boolean inPrefix = row.unterminated() && row.size() < 2;
        if (inPrefix || (under != null && under.header().isCut(row))) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
    }

    private void judge(CsvRow row, Context context) {
        Section section = language.section(row.cell(0)).orElse(null);
        String kind = row.cell(1);
        if (section == null || SectionRules.of(section).isIgnored()) {
            String name = row.cell(0);
            if (section == null) {
                drift.unknownTable(name, List.of());
            }
            if (section == null && isBooking(row)) {
                verdicts.reject(row, ProblemCode.UNKNOWN_TYPE, "it has an amount, in a section that is not known");
                return;
            }
            verdicts.ignore(row, "SECTION: " + name.substring(0, Math.min(name.length(), MAX_SECTION)));
        } else if (kind.equals("Notes")) {
            verdicts.ignore(row, "NOTES");
        } else if (kind.equals("Data")) {
            data(section, row, context);
        } else if (TOTALS.contains(kind)) {
            total(section, row, context);
        } else if (section == Section.ACCOUNT) {
            verdicts.ignore(row, PERSONAL);
        } else {
            verdicts.reject(row, ProblemCode.UNKNOWN_TYPE, "neither Header, Data, SubTotal, Total nor Notes");
        }
    }

    /** Money in a currency may be a fact; where nobody knows of what, a person must see it. */
    private boolean isBooking(CsvRow row) {
        Tables.Table under = tables.of(row);
        return row.cell(1).equals("Data")
                && under != null
                && under.header().has("CurrencyPrimary", "Amount")
                && !language.isTotal(row.cell(2));
    }

    private void total(Section section, CsvRow row, Context context) {
        Tables.Table table = tables.of(row);
        if (table == null) {
            refuseHeadless(row);
        } else {
            totals.judge(new Line(section, row, table, context), verdicts);
        }
    }

    /** A table whose header lacks what its rows need costs its own rows, and no other table's. */
    private void data(Section section, CsvRow row, Context context) {
        Tables.Table table = tables.of(row);
        if (table == null) {
            refuseHeadless(row);
            return;
        }
        List<String> missing = table.header().missing(SectionRules.of(section).required());
        Line line = new Line(section, row, table, context);
        if (!missing.isEmpty()) {
            String names = missing.stream().map(language::nameOf).collect(Collectors.joining(", "));
            verdicts.reject(row, ProblemCode.MISSING_COLUMN, "its table lacks " + names);
        } else if (section == Section.STATEMENT) {
            heading(line, "FIELD: " + line.cell(Heading.NAME));
        } else if (section == Section.ACCOUNT) {
            heading(line, PERSONAL);
        } else {
            fact(line);
        }
    }

    private void refuseHeadless(CsvRow row) {
        verdicts.reject(row, ProblemCode.MISSING_COLUMN, "it stands before the header of its table");
    }

    private void fact(Line line) {
        SectionRule rule = SectionRules.of(line.section());
        if (rule.totals() != null && language.isTotal(line.first())) {
            totals.judge(line, verdicts);
            return;
        }
        totals.passed(line);
        String reason = rule.passing().apply(line);
        if (reason != null) {
            verdicts.ignore(line.row(), reason);
        } else {
            verdicts.read(line.row(), () -> rule.read(line));
        }
    }

    /** Lines of the heading that mean nothing to us, the owner's name among them, are counted and not kept. */
    private void heading(Line line, String reason) {
        language.field(line.cell(Heading.NAME))
                .ifPresentOrElse(
                        field -> verdicts.read(line.row(), () -> {
                            Cells cells = line.cells();
                            return line.context().heading().read(field, cells, language::month);
                        }),
                        () -> verdicts.ignore(line.row(), reason));
    }
}
