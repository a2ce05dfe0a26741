package io.dividendsomatic.ingestion.source;

import java.util.Set;

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

    /** In place of what was known of that path. */
    void add(String source, Kept file);
}
