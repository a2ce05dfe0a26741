package io.dividendsomatic.ingestion.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link Afterwards#MOVE}: where a file goes when its import is over. No move ever replaces other bytes: a name that is taken gets a suffix, and
 * only a file whose very bytes stand there already is taken from the inbox without being moved.
 */
final class Shelves implements FileEnds {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What the name of a refused file's reason ends in. */
    static final String REASON = ".error.json";

    private final Path processed;
    private final Path failed;
    private final MovedFiles moved;

    Shelves(Path processed, Path failed, MovedFiles moved) {
        this.moved = moved;
        this.processed = processed;
        this.failed = failed;
    }

    /**
     * Why a file stands in {@code failed/}.
     *
     * @param name of a file in an archive
     * @param files of an archive that were refused
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Failure(
            @Nullable String name,
            String code,
            String message,
            int line,
            List<Problem> problems,
            List<Failure> files) {}

    /** Throws IOException when the file cannot be taken from its folder; it stands there still, and nowhere else. */
    @Override
    public void read(InboxFile file, @Nullable FileId id, int year) throws IOException {
        moved.add(file, move(file, processed.resolve("%04d".formatted(year))), id);
    }

    /** Puts a file into {@code failed/}, beside it {@code <name>.error.json}. Throws IOException as above. */
    @Override
    public void refused(InboxFile file, @Nullable FileId id, Failure failure) throws IOException {
        Path now = move(file, failed);
        moved.add(file, now, id);
        Path part = failed.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, JSON.writeValueAsBytes(failure));
            Files.move(part, FreeName.beside(now, REASON), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<FileId> earlier(InboxFile file) {
        return moved.earlier(file);
    }

    @Override
    public void putBack() {
        moved.putBack();
    }

    private static Path move(InboxFile file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path source = file.path();
        Path target = FreeName.same(folder, file);
        for (int copy = 2; Files.exists(target); copy++) {
            if (Files.mismatch(source, target) == -1) {
                delete(source);
                return target;
            }
            target = FreeName.numbered(folder, file, copy);
        }
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | ProviderMismatchException | UnsupportedOperationException e) {
            copyThenDelete(source, target);
        }
        return target;
    }

    /** To another file system: whole and forced to the disk before it has its name, and deleted at the source last. */
    private static void copyThenDelete(Path source, Path target) throws IOException {
        Path part = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(source, part);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        try {
            delete(source);
        } catch (IOException e) {
            Files.delete(target);
            throw e;
        }
    }

    static void delete(Path source) throws IOException {
        try {
            Files.deleteIfExists(source);
        } catch (ReadOnlyFileSystemException e) {
            throw new IOException("the inbox cannot be written", e);
        }
    }
}
