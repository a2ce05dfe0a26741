package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says of one account.
 *
 * @param period that it covers, where it says so
 * @param rows of which those that print a figure are compared and the others passed over
 */
public record StatementFile(FileId file, @Nullable Period period, List<StatementLine> rows) {

    public StatementFile {
        rows = List.copyOf(rows);
    }

    /** A row of the kind that is asked for, and where it stands. */
    record Printed<R extends StatementRow>(R row, SourceRef source) {}

    <R extends StatementRow> List<Printed<R>> printed(Class<R> kind) {
        return rows.stream()
                .filter(line -> kind.isInstance(line.row()))
                .map(line -> new Printed<>(kind.cast(line.row()), new SourceRef(file, line.line())))
                .toList();
    }
}
