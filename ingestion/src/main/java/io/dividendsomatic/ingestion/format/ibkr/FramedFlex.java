package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
 * Some writers give names and values behind {@code BOA} instead: {@code FromDate, 2031-03-01, ToDate, 2031-03-03}.
 * Sections {@code POST} (positions) and {@code SECU} (instruments) are read, all others counted. An object reads one
 * file.
 */
final class FramedFlex {
    private final Verdicts verdicts = new Verdicts();
    private String section = "";
    private @Nullable Header header;
    private @Nullable AccountId account;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Instant generated;
    private boolean complete;

    static boolean begins(CsvRow first) {
        return first.cell(0).equals("BOF");
    }

    static boolean hasPositions(CsvTable table) {
        for (CsvRow row : table) {
            if (row.cell(0).equals("BOS") && row.cell(1).equals("POST")) {
                return true;
            }
        }
        return false;
    }

    Reading read(CsvTable table) {
        for (CsvRow row : table) {
            read(row);
        }
        if (!complete || !section.isEmpty()) {
            throw new RefusedFile(ProblemCode.TRUNCATED, "the file ends before its trailer records EOS and EOA or EOF");
        }
        return new Reading(verdicts.list(), List.of(), PeriodText.of(from, to), generated);
    }

    private void read(CsvRow row) {
        switch (row.cell(0)) {
            case "BOF" -> beginFile(row);
            case "BOA" -> beginAccount(row);
            case "BOS" -> beginSection(row.cell(1));
            case "EOS" -> beginSection("");
            case "EOA" -> endAccount();
            case "EOF" -> complete = true;
            case "HEADER" -> header = FlexColumns.bind(row);
            case "DATA" -> data(row);
            default -> unmarked(row);
        }
    }

    private void beginFile(CsvRow row) {
        boolean names = named(row, "ToDate").isPresent();
        setPeriod(
                names ? named(row, "FromDate") : Optional.of(row.cell(4)),
                names ? named(row, "ToDate") : Optional.of(row.cell(5)));
        generated = StatedTime.find(row.cell(6)).orElse(null);
    }

    private void beginAccount(CsvRow row) {
        complete = false;
        boolean names = named(row, "ToDate").isPresent();
        account = (names ? named(row, "ClientAccountID").or(() -> named(row, "AccountId")) : Optional.of(row.cell(1)))
                .flatMap(FramedFlex::account)
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
    }

    private void unmarked(CsvRow row) {
        if (!section.isEmpty() && (header == null || FlexColumns.isHeader(row))) {
            header = FlexColumns.bind(row);
        } else {
            data(row);
        }
    }

    private void data(CsvRow row) {
        switch (section) {
            case "" -> verdicts.reject(row, ProblemCode.UNKNOWN_TYPE, "the row stands outside all sections");
            case "POST" -> verdicts.read(row, () -> position(row));
            case "SECU" -> verdicts.read(row, () -> InstrumentRow.detail(cells(row), UnaryOperator.identity()));
            default -> verdicts.ignore(row, "SECTION: " + section);
        }
    }

    private Fact position(CsvRow row) {
        return PositionRow.read(cells(row), to, UnaryOperator.identity()).ofAccount(account);
    }

    private Cells cells(CsvRow row) {
        Header columns = header;
        if (columns == null) {
            throw new RefusedFile(row.line(), ProblemCode.MISSING_COLUMN, "a row stands before its header");
        }
        columns.require(section.equals("POST") ? PositionRow.REQUIRED : InstrumentRow.REQUIRED);
        return FlexPositions.cells(row, columns);
    }

    private void setPeriod(Optional<String> first, Optional<String> last) {
        from = first.flatMap(DateStyle.ISO_OR_BASIC::find).orElse(from);
        to = last.flatMap(DateStyle.ISO_OR_BASIC::find).orElse(to);
    }

    /** The cell behind the one that holds this name. */
    private static Optional<String> named(CsvRow row, String name) {
        int place = row.cells().indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(row.cell(place + 1));
    }

    private static Optional<AccountId> account(String number) {
        try {
            return Optional.of(new AccountId(Broker.IBKR, number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
