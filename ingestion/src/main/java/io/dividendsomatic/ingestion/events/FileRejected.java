package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file was refused whole; none of its rows is taken. Its bytes stay in the archive, and it may arrive again.
 *
 * @param format absent when none recognised it
 * @param problem why
 * @param rows as far as they were counted
 * @param problems of its rows, the first {@value FileParsed#MAX_PROBLEMS}
 */
public record FileRejected(
        FileId file,
        @Nullable String format,
        @Nullable Integer parserVersion,
        Problem problem,
        RowCounts rows,
        List<Problem> problems)
        implements FileEvent {

    public FileRejected {
        problems = List.copyOf(problems);
    }
}
