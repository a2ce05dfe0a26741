package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.StatementFormat;

/**
 * The Activity Statement of Client Portal as CSV: many tables in one file, each record {@code section,kind,cells…}, in
 * the language of the account's owner. Its list of transactions alone looks alike and is another format.
 */
public final class ActivityStatement implements StatementFormat {
    private static final String OTHER_TITLE = "Transaction History";

    @Override
    public String name() {
        return "ibkr-activity-statement";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 20;
    }

    @Override
    public Recognition recognise(Document document) {
        return document.isTable() && isStatement(document.table(dialect())) ? Recognition.YES : Recognition.NO;
    }

    private static boolean isStatement(CsvTable table) {
        String section = table.first().cell(0);
        if (!section.equalsIgnoreCase("Statement") || !table.first().cell(1).equals("Header")) {
            return false;
        }
        for (CsvRow row : table) {
            if (!row.cell(0).equals(section)) {
                return true;
            }
            if (row.cell(3).equalsIgnoreCase(OTHER_TITLE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        Language language = Language.of(table)
                .orElseThrow(() -> new RefusedFile(
                        ProblemCode.UNSUPPORTED_LANGUAGE,
                        "the statement is in a language without a table; English and Russian have one"));
        return new ActivityReader(language).read(table);
    }
}
