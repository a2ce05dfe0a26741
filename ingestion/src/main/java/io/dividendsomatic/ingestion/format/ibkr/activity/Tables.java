package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a statement while it is read: the columns of a row are those of the latest header of its section. */
final class Tables {
    private static final String HEADER = "Header";

    private final Language language;
    private final Map<String, Table> latest = new HashMap<>();

    Tables(Language language) {
        this.language = language;
    }

    /** Takes the row in if it is a header. */
    @Nullable
    Table begin(CsvRow row) {
        if (!row.cell(1).equals(HEADER)) {
            return null;
        }
        Table table = new Table(Header.of(row, language::column), row);
        latest.put(row.cell(0), table);
        return table;
    }

    /** The table in which a row stands, if its section has begun. */
    @Nullable
    Table of(CsvRow row) {
        return latest.get(row.cell(0));
    }

    /**
     * One table of a section.
     *
     * @param names its header as it stands in the file
     */
    record Table(Header header, CsvRow names) {}
}
