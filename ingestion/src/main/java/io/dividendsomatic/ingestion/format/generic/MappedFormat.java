package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The format that a mapping describes. */
final class MappedFormat implements StatementFormat {

    private final MappedFile file;
    private final Mapping mapping;
    private final Rank rank;
    private final Dialect dialect;

    MappedFormat(MappedFile file, Rank rank) {
        this.file = file;
        this.mapping = file.common();
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
        return file.isHeadedIn(table.headWords()) ? Recognition.YES : Recognition.NO;
    }

    @Override
    public Recognition lookCloser(Document document) {
        if (!document.isTable(dialect)) {
            return Recognition.NO;
        }
        List<Set<String>> head = document.table(dialect).headWords();
        return file.telling().stream()
                .flatMap(table -> closest(table, head).stream())
                .min(Comparator.comparingInt(close -> close.missing().size()))
                .<Recognition>map(close -> close)
                .orElse(Recognition.NO);
    }

    private static Optional<Recognition.Close> closest(Mapping table, List<Set<String>> head) {
        int columns = table.recognise().columns().size();
        return head.stream()
                .map(words -> Columns.missing(table, words))
                .filter(missing -> !missing.isEmpty() && 2 * missing.size() <= columns)
                .min(Comparator.comparingInt(List::size))
                .map(Recognition.Close::new);
    }

    @Override
    public String difference(Document document) {
        if (!document.isTable(dialect)) {
            return "it is no table";
        }
        CsvTable table = document.table(dialect);
        if (mapping.recognise().columns().isEmpty()) {
            return mapping.recognise().cells().entrySet().stream()
                    .filter(cell -> !cell.getValue().fits(table.first().cell(cell.getKey() - 1)))
                    .map(cell -> "cell " + cell.getKey() + " of its first row is not "
                            + cell.getValue().text())
                    .collect(Collectors.joining(", "));
        }
        return table.headWords().stream()
                .flatMap(words -> file.telling().stream().map(one -> Columns.missing(one, words)))
                .min(Comparator.comparingInt(List::size))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> "the row of column names that comes closest lacks " + String.join(", ", missing))
                .orElse("it has a column of another kind of file");
    }

    @Override
    public Reading read(Document document) {
        return new MappedTable(file).read(document.table(dialect));
    }

    private boolean fitsCells(CsvRow row) {
        return mapping.recognise().cells().entrySet().stream()
                .allMatch(cell -> cell.getValue().fits(row.cell(cell.getKey() - 1)));
    }
}
