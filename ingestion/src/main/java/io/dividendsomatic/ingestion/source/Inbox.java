package io.dividendsomatic.ingestion.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * begin with a dot or end in {@code .part} or {@code ~} belong to programs that are still writing. A table whose last
 * line has no line end may be cut, and must stand still for longer. Links are not followed, and told like all that cannot
 * be taken.
 */
final class Inbox {
    /** {@code broker/number/} and room for an archive of years. */
    private static final int MAX_DEPTH = 16;

    /** So many times as long must a table stand still that may be cut. */
    private static final int PATIENCE = 4;

    private final Path folder;
    private final Duration quiet;
    private final Clock clock;
    private List<Passed> passed = List.of();
    private Map<InboxFile, Instant> firstSeen = new HashMap<>();
    private Duration untilStill = Duration.ZERO;

    Inbox(Path folder, Duration quiet, Clock clock) {
        this.folder = folder;
        this.quiet = quiet;
        this.clock = clock;
    }

    /**
     * Something that is passed over at every look.
     *
     * @param below its path below the folder that is watched
     * @param code stable, in capitals
     */
    record Passed(Path below, String code, String message) {}

    /** The complete files at this look, in no order. Throws IOException when the folder cannot be read. */
    List<InboxFile> complete() throws IOException {
        Instant now = clock.instant();
        Map<InboxFile, Instant> seen = new HashMap<>();
        List<InboxFile> complete = new ArrayList<>();
        untilStill = Duration.ZERO;
        Visitor look = new Visitor(folder.toRealPath());
        Files.walkFileTree(look.folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, look);
        passed = look.passed;
        for (InboxFile file : look.found) {
            Instant since = firstSeen.getOrDefault(file, now);
            seen.put(file, since);
            Duration rest = rest(file, Duration.between(since, now));
            if (!rest.isPositive()) {
                complete.add(file);
            } else if (rest.compareTo(untilStill) > 0) {
                untilStill = rest;
            }
        }
        firstSeen = seen;
        return complete;
    }

    /** How long it has to stand still yet. */
    private Duration rest(InboxFile file, Duration still) {
        Duration longer = quiet.multipliedBy(PATIENCE);
        boolean waits = still.compareTo(quiet) >= 0 && still.compareTo(longer) < 0 && file.mayBeCut();
        return (waits ? longer : quiet).minus(still);
    }

    /** What the last look passed over. */
    List<Passed> passed() {
        return passed;
    }

    /** How long after the last look those files can be complete that were not yet; nothing when all were. */
    Duration untilStill() {
        return untilStill;
    }

    static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<InboxFile> found = new ArrayList<>();
        final List<Passed> passed = new ArrayList<>();

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isBeingWritten(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (isBeingWritten(path)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                Path below = folder.relativize(path.getParent());
                found.add(new InboxFile(path, below, attributes.size(), attributes.lastModifiedTime()));
            } else if (attributes.isSymbolicLink()) {
                pass(path, "LINK_NOT_FOLLOWED", "links are not followed; put the file itself here");
            } else if (attributes.isDirectory()) {
                pass(path, "FOLDER_TOO_DEEP", "folders are read %d deep, and this one not".formatted(MAX_DEPTH - 1));
            } else {
                pass(path, "NOT_A_FILE", "it is no file with bytes");
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file may vanish between two looks, and a folder may be closed to us: the others are still there. */
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
            if (path.equals(folder)) {
                throw cause;
            }
            if (!(cause instanceof NoSuchFileException) && !isBeingWritten(path)) {
                pass(path, "FOLDER_NOT_READABLE", "it cannot be looked into: " + cause);
            }
            return FileVisitResult.CONTINUE;
        }

        private void pass(Path path, String code, String message) {
            passed.add(new Passed(folder.relativize(path), code, message));
        }
    }

    private static boolean isBeingWritten(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith("~");
    }
}
