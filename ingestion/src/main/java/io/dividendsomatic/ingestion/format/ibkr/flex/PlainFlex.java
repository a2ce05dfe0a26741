package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.ibkr.PositionRow;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Flex query without frame: a header and its rows, and perhaps again, for another account or day, or for another
 * table. Tables that nothing reads are counted by their first columns. An object reads one file.
 */
final class PlainFlex {
    private static final List<String> POSITIONS = Stream.concat(Stream.of("ReportDate"), PositionRow.REQUIRED.stream())
            .toList();

    private static final List<String> MONEY = List.of("Amount", "NetAmount", "Proceeds", "TradeMoney", "NetCash");

    private final FlexKind kind;
    private final List<FlexRecord> records = new ArrayList<>();
    private final FlexDrift drift = new FlexDrift();
    private FlexScope scope = FlexScope.NONE;

    PlainFlex(FlexKind kind) {
        this.kind = kind;
    }

    Reading read(CsvTable table) {
        scope = FlexScope.written(FlexCsv.dates(table, List.of()));
        Header header = FlexColumns.bind(table.first());
        Optional<FlexTable> columns = Optional.empty();
        String name = "";
        for (CsvRow row : table) {
            if (FlexColumns.isHeader(row)) {
                header = header(row);
                columns = FlexTable.of(header);
                name = String.join(", ", row.cells().subList(0, Math.min(3, row.size())));
                drift.add(columns.map(FlexTable::title).orElse(name), columns, row.stripped());
            } else {
                records.add(record(row, header, columns, name));
            }
        }
        if (records.isEmpty() && kind == FlexKind.POSITIONS) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has a header and no position");
        }
        return new Reading(FlexReading.verdicts(records), drift.listUnnamed(), period(), null);
    }

    /** The days that its cash report covers; all other tables tell of what happened, not of the days in question. */
    private @Nullable Period period() {
        List<LocalDate> days = records.stream()
                .filter(record -> record.is(FlexTable.CASH_REPORT))
                .flatMap(record -> Stream.of("FromDate", "ToDate").map(record::text))
                .filter(Objects::nonNull)
                .flatMap(text -> FlexDates.PLAIN.day(text).stream())
                .sorted()
                .toList();
        return days.isEmpty() ? null : new Period(days.getFirst(), days.getLast());
    }

    private Header header(CsvRow row) {
        Header header = FlexColumns.bind(row);
        Optional<FlexTable> table = FlexTable.of(header);
        if (table.isPresent() && table.get() == FlexTable.POSITIONS) {
            header.require(POSITIONS);
        }
        return header;
    }

    /** A file that ends inside a row is cut; a row that does not fit its columns is refused alone. */
    private FlexRecord record(CsvRow row, Header header, Optional<FlexTable> table, String name) {
        FlexRecord record = FlexRecord.of(row, table, name, 0, FlexCells.of(row, header), scope);
        if (header.isCut(row)) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
        if (table.isEmpty() && tellsMoney(header)) {
            return record.damaged(unread(row, header), true);
        }
        return table.isPresent() && header.isRagged(row) ? record.damaged(ragged(row), true) : record;
    }

    /** Money in a currency may be a fact; where no table has such columns, a person must see its rows. */
    private static boolean tellsMoney(Header header) {
        return header.has("CurrencyPrimary") && MONEY.stream().anyMatch(header::has);
    }

    private static Problem unread(CsvRow row, Header header) {
        return new Problem(
                row.line(),
                null,
                ProblemCode.MISSING_COLUMN,
                "it has money, under a header of no known table: "
                        + header.names().stream().limit(8).collect(Collectors.joining(", ")),
                row.raw());
    }

    static Problem ragged(CsvRow row) {
        return new Problem(row.line(), null, ProblemCode.RAGGED_ROW, "the cells do not fit the columns", row.raw());
    }
}
