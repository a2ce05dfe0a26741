package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file was refused whole; none of its rows is taken. Its bytes stay in the archive, and it may arrive again.
 *
 * @param format absent when none recognised it
 * @param problem why
 * @param rows as far as they were counted; those that were understood are not taken either
 * @param problems of its rows, the first {@value FileParsed#MAX_PROBLEMS}
 * @param attempt absent when no row was judged, and in what was stored before rows of refused files were kept
 */
public record FileRejected(
        FileId file,
        @Nullable String format,
        @Nullable Integer parserVersion,
        Problem problem,
        RowCounts rows,
        List<Problem> problems,
        @Nullable Attempt attempt)
        implements FileEvent {

    public FileRejected {
        problems = List.copyOf(problems);
    }

    /** A file of which no row was judged. */
    public FileRejected(FileId file, @Nullable String format, @Nullable Integer parserVersion, Problem problem) {
        this(file, format, parserVersion, problem, RowCounts.NONE, List.of(), null);
    }

    /**
     * A reading of which no row could be taken; its rows stand in the {@code chunks} events before this one.
     *
     * @param encoding in which its bytes were read as text
     * @param drift of each table that has any
     * @param ignored how many rows were passed over, by reason
     */
    public record Attempt(String encoding, List<Drift> drift, SortedMap<String, Integer> ignored, int chunks) {
        public Attempt {
            drift = List.copyOf(drift);
            ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
        }
    }
}
