package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.Shelves.Failure;
import java.io.IOException;

/** What happens to a file of a folder when its import is over. Each throws IOException when the folder cannot be written. */
interface FileEnds {

    /**
     * @param year of its receipt
     */
    void read(InboxFile file, int year) throws IOException;

    void refused(InboxFile file, Failure failure) throws IOException;

    /** Whether it came to its end before, just as it stands there now. */
    default boolean isOver(InboxFile file) {
        return false;
    }
}
