package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;

/**
 * Up to {@value #MAX_ROWS} consecutive rows of a file with their verdicts, stored as one event: the store keeps a row at
 * a twentieth of the space and appends it several times as fast as single events.
 */
public record RowsParsed(FileId file, int parserVersion, List<RowVerdict> rows) implements FileEvent {
    /** Rows a stored event; larger chunks gain little and cost memory. */
    public static final int MAX_ROWS = 1_000;

    public RowsParsed {
        rows = List.copyOf(rows);
    }
}
