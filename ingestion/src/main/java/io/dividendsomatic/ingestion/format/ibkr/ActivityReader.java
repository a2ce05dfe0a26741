package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one Activity Statement. The columns of a row are those of the latest header of its section, since a section may
 * hold several tables. Printed totals are no facts; sections that are not read are counted by name.
 */
final class ActivityReader {
    private static final Set<String> TOTALS = Set.of("SubTotal", "Total");
    /** Why a line about the account's owner is passed over; a rejection would keep its text. */
    private static final String PERSONAL = "PERSONAL";
    /** Characters of a section's name in a reason; the longest known has 59. */
    private static final int MAX_SECTION = 80;

    private final Language language;
    private final Verdicts verdicts = new Verdicts();
    private final Map<String, Header> headers = new HashMap<>();
    private final Heading heading = new Heading();

    ActivityReader(Language language) {
        this.language = language;
    }

    Reading read(CsvTable table) {
        for (CsvRow row : table) {
            if (row.cell(1).equals("Header")) {
                headers.put(row.cell(0), Header.of(row, language::column));
            } else {
                refuseCut(row);
                judge(row);
            }
        }
        return new Reading(verdicts.list(), List.of(), heading.period(), heading.statedAt());
    }

    /** Totals may be shorter than their table, but a last row without line end is what remains of a cut file. */
    private void refuseCut(CsvRow row) {
        Header header = headers.get(row.cell(0));
        boolean inPrefix = row.unterminated() && row.size() < 2;
        if (inPrefix || (header != null && header.isCut(row))) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
    }

    private void judge(CsvRow row) {
        Optional<Section> section = language.section(row.cell(0));
        if (section.isEmpty()) {
            String name = row.cell(0);
            verdicts.ignore(row, "SECTION: " + name.substring(0, Math.min(name.length(), MAX_SECTION)));
        } else if (TOTALS.contains(row.cell(1))) {
            verdicts.ignore(row, "TOTAL");
        } else if (row.cell(1).equals("Notes")) {
            verdicts.ignore(row, "NOTES");
        } else if (row.cell(1).equals("Data")) {
            data(section.get(), row);
        } else if (section.get() == Section.ACCOUNT) {
            verdicts.ignore(row, PERSONAL);
        } else {
            verdicts.reject(row, ProblemCode.UNKNOWN_TYPE, "neither Header, Data, SubTotal, Total nor Notes");
        }
    }

    private void data(Section section, CsvRow row) {
        Header header = headers.get(row.cell(0));
        if (header == null) {
            throw new RefusedFile(row.line(), ProblemCode.MISSING_COLUMN, "a row stands before its header");
        }
        header.require(section.required());
        switch (section) {
            case STATEMENT -> heading(row, header, "FIELD: " + header.cell(row, Heading.NAME));
            case ACCOUNT -> heading(row, header, PERSONAL);
            case POSITIONS -> verdicts.read(row, () -> position(cells(row, header)));
            case INSTRUMENTS ->
                verdicts.read(row, () -> InstrumentRow.detail(cells(row, header), language::assetClass));
            case RATES -> verdicts.read(row, () -> rate(cells(row, header)));
        }
    }

    /** Lines of the heading that mean nothing to us, the owner's name among them, are counted and not kept. */
    private void heading(CsvRow row, Header header, String reason) {
        language.field(header.cell(row, Heading.NAME))
                .ifPresentOrElse(
                        field -> verdicts.read(row, () -> heading.read(field, cells(row, header), language)),
                        () -> verdicts.ignore(row, reason));
    }

    private Fact position(Cells cells) {
        return PositionRow.read(cells, heading.lastDay(), language::assetClass).ofAccount(heading.account());
    }

    private Fact rate(Cells cells) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        String rate = "FXRateToBase";
        FxRateToBase stated = new FxRateToBase(
                cells.required("ReportDate", heading.lastDay()),
                unit.currency(),
                cells.required(rate, cells.rate(rate, unit)));
        return Fact.of(heading.account(), stated);
    }

    private static Cells cells(CsvRow row, Header header) {
        return new Cells(row, header, NumberStyle.DOT, DateStyle.ISO_OR_BASIC);
    }
}
