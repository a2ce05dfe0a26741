package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Flex query as CSV, plain or framed by records ({@link FramedFlex}). A query may hold any tables; the format is named
 * after what it tells in the first place, and no file has two names.
 */
final class FlexCsv implements StatementFormat {
    private final FlexKind kind;

    FlexCsv(FlexKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.format();
    }

    @Override
    public int parserVersion() {
        return kind == FlexKind.POSITIONS ? 3 : 2;
    }

    @Override
    public int precedence() {
        return kind == FlexKind.POSITIONS || kind == FlexKind.POSITIONS_AND_ACCRUALS ? 10 : 8;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isTable()) {
            return Recognition.NO;
        }
        CsvTable table = document.table(dialect());
        if (FramedFlex.begins(table.first())) {
            return FlexKind.of(FramedFlex.tables(table)) == kind ? Recognition.YES : Recognition.NO;
        }
        Header first = FlexColumns.bind(table.first());
        Optional<FlexTable> begins = FlexTable.of(first).filter(known -> known.isWritten(first));
        if (begins.isEmpty()) {
            return near(first);
        }
        return FlexKind.of(tables(table, begins.get(), document)) == kind ? Recognition.YES : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        return FramedFlex.begins(table.first()) ? new FramedFlex().read(table) : new PlainFlex(kind).read(table);
    }

    /** What all cells of a table tell of the way in which it writes days. */
    static FlexDates dates(CsvTable table, List<List<String>> ascending) {
        if (!FlexDates.mayBeSlashed(table.first().source().text())) {
            return FlexDates.PLAIN;
        }
        Set<String> cells = new HashSet<>();
        table.forEach(row -> cells.addAll(row.cells()));
        return FlexDates.of(ascending, cells);
    }

    /** How close a header comes that is no known table's: what it lacks of the table after which the format is named. */
    private Recognition near(Header header) {
        return Recognition.byColumns(header, kind.table().columns()) instanceof Recognition.Close close
                ? close
                : Recognition.NO;
    }

    /** Only a second table can change the name, and its words stand in the text before anything is parsed for them. */
    private static Set<FlexTable> tables(CsvTable table, FlexTable first, Document document) {
        EnumSet<FlexTable> tables = EnumSet.of(first);
        String text = document.text().text();
        if (!FlexKind.changingWords(first).stream().allMatch(text::contains)) {
            return tables;
        }
        for (CsvRow row : table) {
            if (FlexColumns.isHeader(row)) {
                FlexTable.of(FlexColumns.bind(row)).ifPresent(tables::add);
            }
        }
        return tables;
    }
}
