package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.Shelves.Failure;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a file of a folder when its import is over. Each throws IOException when the folder cannot be written. */
interface FileEnds {

    /**
     * @param id of its bytes; absent for an archive that was opened
     * @param year of its receipt
     */
    void read(InboxFile file, @Nullable FileId id, int year) throws IOException;

    /**
     * @param id as above, and absent for what was not taken at all
     */
    void refused(InboxFile file, @Nullable FileId id, Failure failure) throws IOException;

    /** What stood at the same place before, and was taken: perhaps the beginning of this file. */
    default Optional<FileId> earlier(InboxFile file) {
        return Optional.empty();
    }

    /** Puts back what was written on after it had come to its end. */
    default void putBack() {}

    /** Whether it came to its end before, just as it stands there now. */
    default boolean isOver(InboxFile file) {
        return false;
    }
}
