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
        move(file.path(), processed.resolve("%04d".formatted(year)), file.name());
    }

    /** Puts a file into {@code failed/}, beside it {@code <name>.error.json}. Throws IOException as above. */
    @Override
    public void refused(InboxFile file, Failure failure) throws IOException {
        Path moved = move(file.path(), failed, file.name());
        Path reason = moved.resolveSibling(moved.getFileName() + ".error.json");
        Path part = failed.resolve("." + UUID.randomUUID() + ".part");
        Files.write(part, JSON.writeValueAsBytes(failure));
        Files.move(part, reason, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path move(Path source, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        for (int copy = 2; Files.exists(target); copy++) {
            if (Files.mismatch(source, target) == -1) {
                delete(source);
                return target;
            }
            target = folder.resolve(withSuffix(name, copy));
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

    private static String withSuffix(String name, int copy) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + copy : name.substring(0, dot) + "-" + copy + name.substring(dot);
    }
}
