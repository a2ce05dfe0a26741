package io.dividendsomatic.ingestion.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file as it stood in a watched folder at one look.
 *
 * @param folder the part of its path below the watched folder that leads to it; empty for a file of that folder itself
 */
record InboxFile(Path path, Path folder, long sizeBytes, FileTime changedAt) {
    /** Line ends, also in UTF-16; the ends of XML, JSON and of an archive. */
    private static final String CLOSING = "\n\r\0>]}";

    /** What its bytes say as UTF-8, also where the machine's locale has no letters for them. */
    String name() {
        String name = path.getFileName().toString();
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        String decoded = path.toUri().getPath();
        return decoded.substring(decoded.lastIndexOf('/') + 1);
    }

    /** Its path below the folder that is watched. */
    Path below() {
        return folder.resolve(path.getFileName());
    }

    /**
     * Whether its last line has no line end, so that it may be cut inside a number. Formats that close what they open are
     * told by their last character, and refuse a cut themselves.
     */
    boolean mayBeCut() {
        try (SeekableByteChannel bytes = Files.newByteChannel(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(Math.max(0, sizeBytes - 1));
            return bytes.read(last) == 1 && CLOSING.indexOf(last.get(0) & 0xFF) < 0;
        } catch (IOException cannotBeRead) {
            return false; // which the reading tells
        }
    }

    /** Whether the same bytes still stand there, as far as size and time tell. */
    boolean isUnchanged() throws IOException {
        return Files.exists(path)
                && Files.size(path) == sizeBytes
                && Files.getLastModifiedTime(path).equals(changedAt);
    }
}
