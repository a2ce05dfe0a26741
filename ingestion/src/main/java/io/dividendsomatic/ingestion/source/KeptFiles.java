package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files of folders that are not emptied were read, so that a restart does not read an archive of years again. */
public interface KeptFiles {

    /**
     * A file as it was read.
     *
     * @param path below the folder, with slashes; of a very long one the end
     * @param changedAt milliseconds since 1970
     */
    record Kept(String path, long sizeBytes, long changedAt) {}

    Set<Kept> of(String source);

    /** What was taken of the file at that path. */
    Optional<FileId> taken(String source, String path);

    /**
     * In place of what was known of that path.
     *
     * @param id of the bytes that were taken
     */
    void add(String source, Kept file, @Nullable FileId id);
}
