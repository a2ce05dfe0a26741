package io.dividendsomatic.ingestion.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dividendsomatic.ingestion.events.Problem;
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

    private final Path processed;
    private final Path failed;

    Shelves(Path processed, Path failed) {
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
    public void read(InboxFile file, int year) throws IOException {
        move(file, processed.resolve("%04d".formatted(year)));
    }

    /** Puts a file into {@code failed/}, beside it {@code <name>.error.json}. Throws IOException as above. */
    @Override
    public void refused(InboxFile file, Failure failure) throws IOException {
        Path moved = move(file, failed);
        Path part = failed.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, JSON.writeValueAsBytes(failure));
            Files.move(part, FreeName.beside(moved, ".error.json"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
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
