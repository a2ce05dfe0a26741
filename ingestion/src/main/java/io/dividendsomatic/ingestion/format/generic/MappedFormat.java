package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;

/** The format that a mapping describes. */
final class MappedFormat implements StatementFormat {

    private final Mapping mapping;
    private final Rank rank;
    private final Dialect dialect;

    MappedFormat(Mapping mapping, Rank rank) {
        this.mapping = mapping;
        this.rank = rank;
        this.dialect = mapping.file().dialect();
    }

    @Override
    public String name() {
        return mapping.formatName();
    }

    @Override
    public int parserVersion() {
        return mapping.version();
    }

    @Override
    public int precedence() {
        return 5;
    }

    @Override
    public Rank rank() {
        return rank == Rank.BUILT_IN && mapping.general() ? Rank.GENERAL : rank;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isTable(dialect)) {
            return Recognition.NO;
        }
        CsvTable table = document.table(dialect);
        if (mapping.recognise().columns().isEmpty()) {
            return fitsCells(table.first()) ? Recognition.YES : Recognition.NO;
        }
        return table.headWords().stream().anyMatch(words -> Columns.isHeader(mapping, words))
                ? Recognition.YES
                : Recognition.NO;
    }

    @Override
    public Recognition lookCloser(Document document) {
        int columns = mapping.recognise().columns().size();
        if (columns == 0 || !document.isTable(dialect)) {
            return Recognition.NO;
        }
        return document.table(dialect).headWords().stream()
                .map(words -> Columns.missing(mapping, words))
                .filter(missing -> !missing.isEmpty() && 2 * missing.size() <= columns)
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .<Recognition>map(Recognition.Close::new)
                .orElse(Recognition.NO);
    }

    @Override
    public Reading read(Document document) {
        return new MappedTable(mapping).read(document.table(dialect));
    }

    private boolean fitsCells(CsvRow row) {
        return mapping.recognise().cells().entrySet().stream()
                .allMatch(cell -> cell.getValue().fits(row.cell(cell.getKey() - 1)));
    }
}
