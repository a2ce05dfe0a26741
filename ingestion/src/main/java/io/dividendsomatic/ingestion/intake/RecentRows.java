package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of files that were read just now, so that the statements made of them need not be read back from the store.
 * An entry counts only for the very FileParsed event that it came
 * with; what is not here is in the store.
 */
final class RecentRows {
    /** Entries; a batch of files, and the next one behind it. */
    private static final int MAX_FILES = 64;
    /** Rows an entry; a larger file is read back from the store. */
    private static final int MAX_ROWS = 2_000;

    private final Map<FileParsed, Entry> entries = new LinkedHashMap<>();

    private record Entry(long sequence, List<RowVerdict> rows) {}

    /** Keeps the rows of a reading whose last event stands at that place of the file's stream. */
    synchronized void keep(long sequence, List<? extends FileEvent> reading) {
        if (reading.getLast() instanceof FileParsed parsed && parsed.rows().total() <= MAX_ROWS) {
            List<RowVerdict> rows = reading.stream()
                    .filter(RowsParsed.class::isInstance)
                    .flatMap(chunk -> ((RowsParsed) chunk).rows().stream())
                    .toList();
            entries.put(parsed, new Entry(sequence, rows));
            if (entries.size() > MAX_FILES) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
    }

    /** The rows of that event, once. */
    synchronized Optional<List<RowVerdict>> take(FileParsed parsed, long sequence) {
        return Optional.ofNullable(entries.remove(parsed))
                .filter(entry -> entry.sequence() == sequence)
                .map(Entry::rows);
    }
}
