package io.dividendsomatic.ingestion.format.ibkr.history;

import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import java.util.List;

/**
 * The Transaction History of Client Portal as CSV: records {@code section,kind,cells…} like an Activity Statement's, and
 * one table of all that moved. It tells less than the statement of the same days, so that one is believed before it.
 */
public final class TransactionHistory implements StatementFormat {
    static final List<String> REQUIRED = List.of("Date", "Description", "TransactionType", "NetAmount");

    @Override
    public String name() {
        return "ibkr-transaction-history";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 8;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isTable()) {
            return Recognition.NO;
        }
        return Words.KNOWN
                .header(document.table(dialect()))
                .map(row -> Words.KNOWN.speak(row)
                        ? Recognition.byColumns(Words.KNOWN.bind(row), REQUIRED)
                        : Recognition.YES)
                .orElse(Recognition.NO);
    }

    /** Whether the file has a table of transactions, whole or not: then it is no other statement. */
    public static boolean isOne(CsvTable table) {
        return Words.KNOWN.header(table).isPresent();
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        if (!speaksAKnownLanguage(table)) {
            throw LanguageTable.unsupported(LanguageTable.BUILT_IN);
        }
        return new HistoryReader(Words.KNOWN).read(table);
    }

    /** By the table itself and by the heading above it, which alone tells the base currency. */
    private static boolean speaksAKnownLanguage(CsvTable table) {
        return Words.KNOWN.speak(table.first())
                && Words.KNOWN.header(table).filter(Words.KNOWN::speak).isPresent();
    }
}
