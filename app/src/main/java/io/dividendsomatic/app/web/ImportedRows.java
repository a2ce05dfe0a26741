package io.dividendsomatic.app.web;

import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the rows of a file with what stands there: the verdicts from the log, the text from the archive. */
@Component
public class ImportedRows {
    private final FileStreams streams;
    private final Archive archive;

    ImportedRows(FileStreams streams, Archive archive) {
        this.streams = streams;
        this.archive = archive;
    }

    /** In the order of the file; of every status when none is given. */
    public Slice<ImportRow> page(ImportEntry entry, ImportRow.@Nullable Status status, int page, int size) {
        try (Stream<RowVerdict> verdicts = streams.rows(entry.fileId())) {
            List<RowVerdict> chosen = verdicts.filter(
                            verdict -> status == null || ImportRow.Status.of(verdict) == status)
                    .toList();
            return new Slice<>(
                    read(chosen.stream().skip((long) page * size).limit(size).toList(), entry), chosen.size());
        }
    }

    /** The rows that begin on these lines. */
    public List<ImportRow> on(Collection<Integer> lines, ImportEntry entry) {
        try (Stream<RowVerdict> verdicts = streams.rows(entry.fileId())) {
            return read(
                    verdicts.filter(verdict -> lines.contains(verdict.line())).toList(), entry);
        }
    }

    private List<ImportRow> read(List<RowVerdict> shown, ImportEntry entry) {
        return shown.isEmpty() ? List.of() : ImportRow.of(shown, archive.read(entry.fileId()), entry.encoding());
    }
}
