package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Open positions of a Flex query: a plain table, or the section {@code POST} between header and trailer records
 * ({@link FramedFlex}). A plain file may hold several accounts and days, each behind the header said again.
 */
public final class FlexPositions implements StatementFormat {
    private static final List<String> REQUIRED = Stream.concat(Stream.of("ReportDate"), PositionRow.REQUIRED.stream())
            .toList();

    @Override
    public String name() {
        return "ibkr-flex-positions";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 10;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isTable()) {
            return Recognition.NO;
        }
        CsvTable table = document.table(dialect());
        if (FramedFlex.begins(table.first())) {
            return FramedFlex.hasPositions(table) ? Recognition.YES : Recognition.NO;
        }
        return Recognition.byColumns(FlexColumns.bind(table.first()), List.of("MarkPrice", "PositionValue"));
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        return FramedFlex.begins(table.first()) ? new FramedFlex().read(table) : readPlain(table);
    }

    private static boolean isPositions(Header header) {
        return header.has("MarkPrice", "PositionValue");
    }

    private static Reading readPlain(CsvTable table) {
        Verdicts verdicts = new Verdicts();
        Header header = header(table.first());
        for (CsvRow row : table) {
            if (FlexColumns.isHeader(row)) {
                header = header(row);
            } else {
                Header columns = header;
                verdicts.read(row, () -> PositionRow.read(cells(row, columns), null, UnaryOperator.identity()));
            }
        }
        if (verdicts.list().isEmpty()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has a header and no position");
        }
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    private static Header header(CsvRow row) {
        Header header = FlexColumns.bind(row);
        if (!isPositions(header)) {
            throw new RefusedFile(
                    row.line(), ProblemCode.UNKNOWN_FORMAT, "another table begins here, in a file of positions");
        }
        header.require(REQUIRED);
        return header;
    }

    static Cells cells(CsvRow row, Header header) {
        return new Cells(row, header, NumberStyle.DOT, DateStyle.ISO_OR_BASIC);
    }
}
