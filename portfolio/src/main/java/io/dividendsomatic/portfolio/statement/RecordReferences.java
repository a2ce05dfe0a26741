package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells what one file says and what belongs to no account.
 *
 * @param rows reference rates, dividends and prices
 * @param reading of the file's bytes, counted from 1; a later one takes the place of all before it
 */
public record RecordReferences(FileId file, Edition edition, List<StatementLine> rows, int reading) {

    public RecordReferences {
        rows = List.copyOf(rows);
    }

    /** Of the first reading. */
    public RecordReferences(FileId file, Edition edition, List<StatementLine> rows) {
        this(file, edition, rows, 1);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return streamOf(file);
    }

    /** The stream of a file's references; that of the file itself has its bare hash. */
    public static String streamOf(FileId file) {
        return "references:" + file;
    }
}
