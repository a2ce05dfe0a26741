package io.dividendsomatic.ingestion.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file as it stood in a watched folder at one look.
 *
 * @param folder the part of its path below the watched folder that leads to it; empty for a file of that folder itself
 */
record InboxFile(Path path, Path folder, long sizeBytes, FileTime changedAt) {

    String name() {
        return path.getFileName().toString();
    }

    /** Its path below the folder that is watched. */
    Path below() {
        return folder.resolve(path.getFileName());
    }

    /** Whether the same bytes still stand there, as far as size and time tell. */
    boolean isUnchanged() throws IOException {
        return Files.exists(path)
                && Files.size(path) == sizeBytes
                && Files.getLastModifiedTime(path).equals(changedAt);
    }
}
