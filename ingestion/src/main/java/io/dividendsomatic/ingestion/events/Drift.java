package io.dividendsomatic.ingestion.events;

import java.util.List;

/**
 * How a table of a file differs from what its format knows. Unknown columns cost no row; their cells stay in the archive.
 *
 * @param table the name of the section or element; empty in a file of one table
 * @param unknown columns that the format does not know, as the file writes them
 * @param missing columns that the format knows and the table lacks; none of them is required
 */
public record Drift(String table, List<String> unknown, List<String> missing) {

    public Drift {
        unknown = List.copyOf(unknown);
        missing = List.copyOf(missing);
    }
}
