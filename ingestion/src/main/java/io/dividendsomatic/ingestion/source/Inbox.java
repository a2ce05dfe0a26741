package io.dividendsomatic.ingestion.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which files of a folder are complete: those whose size and time of change have stood still for a while. Names that
 * begin with a dot or end in {@code .part} or {@code ~} belong to programs that are still writing; links are not
 * followed.
 */
final class Inbox {
    /** {@code broker/number/} and some room for people's own folders. */
    private static final int MAX_DEPTH = 8;

    private final Path folder;
    private final Duration quiet;
    private final Clock clock;
    private Map<InboxFile, Instant> firstSeen = new HashMap<>();

    Inbox(Path folder, Duration quiet, Clock clock) {
        this.folder = folder;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** The complete files in the order of their paths, at this look. Throws IOException when the folder cannot be read. */
    List<InboxFile> complete() throws IOException {
        Instant now = clock.instant();
        Map<InboxFile, Instant> seen = new HashMap<>();
        TreeSet<InboxFile> complete = new TreeSet<>(Comparator.comparing(InboxFile::path));
        for (InboxFile file : look()) {
            Instant since = firstSeen.getOrDefault(file, now);
            seen.put(file, since);
            if (!since.plus(quiet).isAfter(now)) {
                complete.add(file);
            }
        }
        firstSeen = seen;
        return List.copyOf(complete);
    }

    private List<InboxFile> look() throws IOException {
        List<InboxFile> found = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Visitor(found));
        return found;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<InboxFile> found;

        Visitor(List<InboxFile> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isBeingWritten(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isBeingWritten(path)) {
                Path below = folder.relativize(path.getParent());
                found.add(new InboxFile(path, below, attributes.size(), attributes.lastModifiedTime()));
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file may vanish between two looks, and a folder may be closed to us: the others are still there. */
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
            if (path.equals(folder)) {
                throw cause;
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isBeingWritten(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith("~");
    }
}
