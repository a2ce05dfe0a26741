package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.List;
import java.util.Optional;

/** Finds among the accepted rows of a file those that belong to no account. */
final class ReferencesOfFile {

    private ReferencesOfFile() {}

    /** Nothing where a file tells none; one that names no account always answers, for nobody else does. */
    static Optional<RecordReferences> of(FileParsed parsed, List<RowVerdict> verdicts) {
        List<StatementLine> rows = verdicts.stream()
                .filter(RowParsed.class::isInstance)
                .map(RowParsed.class::cast)
                .flatMap(row -> row.facts().stream()
                        .filter(fact -> fact instanceof ReferenceRate
                                || fact instanceof ReferenceDividend
                                || fact instanceof ReferencePrice)
                        .map(fact -> new StatementLine(row.line(), fact)))
                .toList();
        boolean answers = parsed.accounts().isEmpty() && parsed.rows().parsed() > 0;
        return rows.isEmpty() && !answers
                ? Optional.empty()
                : Optional.of(new RecordReferences(parsed.file(), parsed.edition(), rows, parsed.readingNumber()));
    }
}
