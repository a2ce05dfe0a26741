package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.ibkr.InstrumentRow;
import io.dividendsomatic.ingestion.format.ibkr.PositionRow;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Flex query with header and trailer records:
 *
 * <pre>
 * BOF, account, query, number of accounts, from, to, when generated …
 * BOA, account
 * BOS, section, title         then its header and rows, either bare or marked HEADER and DATA
 * EOS · EOA · EOF
 * </pre>
 *
 * Some writers give names and values behind {@code BOA} instead: {@code FromDate, 2031-03-01, ToDate, 2031-03-03}. A
 * section is known by its code, or else by its columns; those that nothing reads are counted. A row with more cells than
 * its header is read by the header and flagged, since the columns that count stand in front. An object reads one file.
 */
final class FramedFlex {
    private final List<FlexRecord> records = new ArrayList<>();
    private final FlexDrift drift = new FlexDrift();
    private String section = "";
    private Optional<FlexTable> table = Optional.empty();
    private @Nullable Header header;
    private @Nullable AccountId account;
    private FlexDates dates = FlexDates.PLAIN;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Instant generated;
    private boolean complete;

    static boolean begins(CsvRow first) {
        return first.cell(0).equals("BOF");
    }

    /** The tables whose sections the file has, by their codes. */
    static Set<FlexTable> tables(CsvTable table) {
        EnumSet<FlexTable> tables = EnumSet.noneOf(FlexTable.class);
        for (CsvRow row : table) {
            if (row.cell(0).equals("BOS")) {
                FlexTable.named(row.cell(1)).ifPresent(tables::add);
            }
        }
        return tables;
    }

    Reading read(CsvTable csv) {
        dates = FlexCsv.dates(csv, periods(csv));
        for (CsvRow row : csv) {
            read(row);
        }
        if (!complete || !section.isEmpty()) {
            throw new RefusedFile(ProblemCode.TRUNCATED, "the file ends before its trailer records EOS and EOA or EOF");
        }
        boolean stated = from != null && to != null && !to.isBefore(from);
        Period period = stated && from != null && to != null ? new Period(from, to) : null;
        return new Reading(FlexReading.verdicts(records), drift.list(), period, generated);
    }

    /** The days of the records that begin the file and its accounts, in their order. */
    private static List<List<String>> periods(CsvTable csv) {
        List<List<String>> periods = new ArrayList<>();
        for (CsvRow row : csv) {
            if (row.cell(0).equals("BOF") && named(row, "ToDate").isEmpty()) {
                periods.add(List.of(row.cell(4), row.cell(5), row.cell(6)));
            } else if (row.cell(0).equals("BOF") || row.cell(0).equals("BOA")) {
                periods.add(Stream.of("FromDate", "ToDate")
                        .flatMap(name -> named(row, name).stream())
                        .toList());
            }
        }
        return periods;
    }

    private void read(CsvRow row) {
        switch (row.cell(0)) {
            case "BOF" -> beginFile(row);
            case "BOA" -> beginAccount(row);
            case "BOS" -> beginSection(row.cell(1));
            case "EOS" -> beginSection("");
            case "EOA" -> endAccount();
            case "EOF" -> complete = true;
            case "HEADER" -> setHeader(row);
            case "DATA" -> data(row);
            default -> unmarked(row);
        }
    }

    private void beginFile(CsvRow row) {
        boolean names = named(row, "ToDate").isPresent();
        setPeriod(
                names ? named(row, "FromDate") : Optional.of(row.cell(4)),
                names ? named(row, "ToDate") : Optional.of(row.cell(5)));
        generated = dates.instant(row.cell(6)).orElse(null);
    }

    private void beginAccount(CsvRow row) {
        complete = false;
        boolean names = named(row, "ToDate").isPresent();
        account = (names ? named(row, "ClientAccountID").or(() -> named(row, "AccountId")) : Optional.of(row.cell(1)))
                .flatMap(FlexXmlReader::account)
                .orElse(null);
        setPeriod(named(row, "FromDate"), named(row, "ToDate"));
    }

    private void endAccount() {
        account = null;
        complete = true;
    }

    private void beginSection(String code) {
        section = code;
        header = null;
        table = FlexTable.named(code);
        if (!code.isEmpty()) {
            drift.begin(code);
        }
    }

    private void setHeader(CsvRow row) {
        Header columns = Header.of(row, name -> isMarker(name) ? "" : FlexColumns.ours(name));
        table = FlexTable.named(section).or(() -> FlexTable.of(columns));
        header = columns;
        drift.add(
                section,
                table,
                row.stripped().stream().filter(cell -> !isMarker(cell)).toList());
    }

    /** What stands before the names of columns: the word for the record, and the section's code again. */
    private boolean isMarker(String cell) {
        return cell.equals("HEADER") || cell.equals(section);
    }

    private void unmarked(CsvRow row) {
        if (!section.isEmpty() && (header == null || FlexColumns.isHeader(row))) {
            setHeader(row);
        } else {
            data(row);
        }
    }

    private void data(CsvRow row) {
        Header columns = header;
        if (section.isEmpty()) {
            records.add(FlexRecord.of(row, Optional.empty(), "", 0, FlexCells.of(row, FlexColumns.bind(row)), scope()));
        } else if (table.isEmpty() && columns == null) {
            records.add(FlexRecord.of(
                    row, Optional.empty(), section, 0, FlexCells.of(row, FlexColumns.bind(row)), scope()));
        } else {
            records.add(record(row, columns));
        }
    }

    private FlexRecord record(CsvRow row, @Nullable Header columns) {
        if (columns == null) {
            throw new RefusedFile(row.line(), ProblemCode.MISSING_COLUMN, "a row stands before its header");
        }
        if (table.isPresent() && table.get() == FlexTable.POSITIONS) {
            columns.require(PositionRow.REQUIRED);
        } else if (table.isPresent() && table.get() == FlexTable.INSTRUMENTS) {
            columns.require(InstrumentRow.REQUIRED);
        }
        if (columns.isCut(row)) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
        FlexRecord record = FlexRecord.of(row, table, section, 0, FlexCells.of(row, columns), scope());
        return columns.isRagged(row) ? record.damaged(PlainFlex.ragged(row), columns.isShort(row)) : record;
    }

    private FlexScope scope() {
        return new FlexScope(account, from, to, null, dates);
    }

    private void setPeriod(Optional<String> first, Optional<String> last) {
        from = first.flatMap(dates::day).orElse(from);
        to = last.flatMap(dates::day).orElse(to);
    }

    /** The cell behind the one that holds this name. */
    private static Optional<String> named(CsvRow row, String name) {
        int place = row.cells().indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(row.cell(place + 1));
    }
}
