package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells what one file says and what belongs to no account.
 *
 * @param rows reference rates, dividends and prices
 */
public record RecordReferences(FileId file, Edition edition, List<StatementLine> rows) {

    public RecordReferences {
        rows = List.copyOf(rows);
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
