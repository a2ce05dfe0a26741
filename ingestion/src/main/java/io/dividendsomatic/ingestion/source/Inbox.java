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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files of a folder are complete: those whose size and time of change have stood still for a while. Names that
 * begin with a dot or end in {@code .part} or {@code ~} belong to programs that are still writing; links are not
 * followed.
 */
final class Inbox {
    /** {@code broker/number/} and room for an archive of years. */
    private static final int MAX_DEPTH = 16;

    private final Path folder;
    private final Duration quiet;
    private final Clock clock;
    private Map<InboxFile, Instant> firstSeen = new HashMap<>();
    private Duration untilStill = Duration.ZERO;

    Inbox(Path folder, Duration quiet, Clock clock) {
        this.folder = folder;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** The complete files at this look, in no order. Throws IOException when the folder cannot be read. */
    List<InboxFile> complete() throws IOException {
        Instant now = clock.instant();
        Map<InboxFile, Instant> seen = new HashMap<>();
        List<InboxFile> complete = new ArrayList<>();
        untilStill = Duration.ZERO;
        for (InboxFile file : look(folder.toRealPath())) {
            Instant since = firstSeen.getOrDefault(file, now);
            seen.put(file, since);
            Duration rest = Duration.between(now, since.plus(quiet));
            if (!rest.isPositive()) {
                complete.add(file);
            } else if (rest.compareTo(untilStill) > 0) {
                untilStill = rest;
            }
        }
        firstSeen = seen;
        return complete;
    }

    /** How long after the last look those files can be complete that were not yet; nothing when all were. */
    Duration untilStill() {
        return untilStill;
    }

    private static List<InboxFile> look(Path root) throws IOException {
        List<InboxFile> found = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Visitor(root, found));
        return found;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<InboxFile> found;

        Visitor(Path folder, List<InboxFile> found) {
            this.folder = folder;
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
