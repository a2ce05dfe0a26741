package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were put away a short while ago. A program that pauses while it writes goes on with a file wherever it was
 * moved to; one that has grown goes back to its place, and is taken again as a whole. Kept in the memory only.
 */
final class MovedFiles {
    private static final Duration WATCHED = Duration.ofHours(1);
    private static final int WATCHED_AT_MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(MovedFiles.class);

    private final Clock clock;
    private final Deque<Moved> moved = new ArrayDeque<>();
    private final Map<Path, FileId> grown = new HashMap<>();

    MovedFiles(Clock clock) {
        this.clock = clock;
    }

    private record Moved(InboxFile file, Path to, FileId id, Instant at) {}

    /**
     * Watches it from now on.
     *
     * @param id of the bytes that were taken; absent for an archive that was opened, which cannot be cut
     */
    void add(InboxFile file, Path to, @Nullable FileId id) {
        grown.remove(file.path());
        if (id != null) {
            moved.add(new Moved(file, to, id, clock.instant()));
        }
        if (moved.size() > WATCHED_AT_MOST) {
            moved.remove();
        }
    }

    /** What was taken of a file before it grew. */
    Optional<FileId> earlier(InboxFile file) {
        return Optional.ofNullable(grown.get(file.path()));
    }

    /** Puts back those that have grown since. */
    void putBack() {
        Instant since = clock.instant().minus(WATCHED);
        moved.removeIf(one -> one.at().isBefore(since) || isPutBack(one));
    }

    private boolean isPutBack(Moved one) {
        try {
            if (Files.size(one.to()) <= one.file().sizeBytes() || !goesOn(one)) {
                return false;
            }
            Files.move(one.to(), one.file().path());
            Files.deleteIfExists(FreeName.beside(one.to(), Shelves.REASON));
            grown.put(one.file().path(), one.id());
            LOG.warn(
                    "{} went on after it was taken, and is taken again",
                    one.file().below());
            return true;
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at, or its place is taken", one.to(), e);
            return !Files.exists(one.to());
        }
    }

    /** Whether it begins with what was taken; one that a person has edited is none of ours. */
    private static boolean goesOn(Moved one) throws IOException {
        try (InputStream bytes = Files.newInputStream(one.to())) {
            return FileId.of(bytes.readNBytes(Math.toIntExact(one.file().sizeBytes())))
                    .equals(one.id());
        }
    }
}
