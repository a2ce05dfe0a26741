package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import java.util.List;

/**
 * Reads a file's bytes: its rows and FileParsed, or FileRejected. The same bytes always give the same under the same
 * mappings.
 */
@FunctionalInterface
public interface StatementReader {
    List<FileEvent> read(FileArrived arrival, byte[] content);
}
