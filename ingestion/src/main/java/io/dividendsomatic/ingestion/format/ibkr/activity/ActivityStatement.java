package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import io.dividendsomatic.ingestion.format.ibkr.Wording;
import io.dividendsomatic.ingestion.format.ibkr.history.TransactionHistory;
import java.util.List;

/**
 * The Activity Statement of Client Portal as CSV: many tables in one file, each record {@code section,kind,cells…}, in
 * the language of the account's owner. Its list of transactions alone looks alike and is another format.
 */
public final class ActivityStatement implements StatementFormat {
    private final List<LanguageTable> tables;
    private final List<Language> languages;
    private final Wording wording;

    public ActivityStatement() {
        this(LanguageTable.BUILT_IN);
    }

    /** In these languages. */
    public ActivityStatement(List<LanguageTable> tables) {
        this.tables = List.copyOf(tables);
        this.languages = tables.stream().map(Language::new).toList();
        this.wording = new Wording(tables);
    }

    @Override
    public String name() {
        return "ibkr-activity-statement";
    }

    @Override
    public int parserVersion() {
        return 2;
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
        return !TransactionHistory.isOne(table);
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        Language language = Language.of(table, languages).orElseThrow(() -> LanguageTable.unsupported(tables));
        return new ActivityReader(language, wording).read(table);
    }
}
