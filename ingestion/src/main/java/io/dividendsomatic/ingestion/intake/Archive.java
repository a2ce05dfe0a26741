package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of every file that ever arrived, by their hash: {@code archive/ab/abcdef…}. A file is written whole and
 * forced to the disk before it gets its name, so that a name always stands for all of its bytes.
 */
public final class Archive {
    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Keeps the bytes; does nothing when they are kept already. */
    public FileId keep(byte[] content) {
        FileId file = FileId.of(content);
        Path kept = pathOf(file);
        if (Files.exists(kept)) {
            return file;
        }
        try {
            Files.createDirectories(kept.getParent());
            Path part = Files.createTempFile(kept.getParent(), file.sha256(), ".part");
            try {
                write(content, part);
                Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot keep " + file, e);
        }
    }

    private static void write(byte[] content, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    public boolean has(FileId file) {
        return Files.exists(pathOf(file));
    }

    /** Throws UncheckedIOException when the archive does not have the file. */
    public byte[] read(FileId file) {
        try {
            return Files.readAllBytes(pathOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot give " + file, e);
        }
    }

    private Path pathOf(FileId file) {
        return folder.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
    }
}
