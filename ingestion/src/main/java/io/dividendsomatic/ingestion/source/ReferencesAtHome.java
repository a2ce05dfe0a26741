package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of references that the user edits, such as {@code rates.yaml}. Each version goes in as a file like any other and
 * stays where it is; the newest that can be read is the one that counts, and none once the file is gone or says nothing.
 */
public final class ReferencesAtHome implements StatementSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReferencesAtHome.class);

    private final Path path;
    private final Function<Delivery, Receipt> intake;
    private final Function<FileId, Optional<ImportEntry>> journal;
    private final Supplier<Optional<FileId>> inForce;
    private final Consumer<Optional<FileId>> replace;
    private @Nullable Stamp seen;

    /**
     * @param journal waits for the entry of a file
     * @param inForce which version counts now
     * @param replace has another version count, or none
     */
    public ReferencesAtHome(
            Path path,
            Function<Delivery, Receipt> intake,
            Function<FileId, Optional<ImportEntry>> journal,
            Supplier<Optional<FileId>> inForce,
            Consumer<Optional<FileId>> replace) {
        this.path = path;
        this.intake = intake;
        this.journal = journal;
        this.inForce = inForce;
        this.replace = replace;
    }

    /** How the file stood there; without time when there was none. */
    private record Stamp(@Nullable FileTime changedAt, long size) {}

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Fetched fetch() {
        try {
            Stamp now = look();
            if (now.equals(seen)) {
                return Fetched.NOTHING;
            }
            byte[] content = now.changedAt() == null ? new byte[0] : Files.readAllBytes(path);
            if (!now.equals(look())) {
                return Fetched.NOTHING; // it is being written, and looked at again
            }
            Optional<Fetched> done = take(content);
            done.ifPresent(fetched -> seen = now);
            return done.orElse(Fetched.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + path, e);
        }
    }

    private Stamp look() throws IOException {
        if (!Files.isRegularFile(path)) {
            return new Stamp(null, 0);
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size());
    }

    /** What it made of this version, once it is done with it. */
    private Optional<Fetched> take(byte[] content) {
        Optional<FileId> before = inForce.get();
        Optional<FileId> file = saysNothing(content) ? Optional.empty() : Optional.of(FileId.of(content));
        if (file.equals(before)) {
            return Optional.of(file.isEmpty() ? Fetched.NOTHING : new Fetched(0, 1, 0));
        }
        if (file.isEmpty()) {
            replace.accept(file);
            return Optional.of(Fetched.NOTHING);
        }
        Receipt receipt = intake.apply(new Delivery(FileSource.DIRECTORY, name(), content, null, null));
        ImportEntry entry = journal.apply(receipt.file()).orElse(null);
        if (entry == null || entry.status() == ImportEntry.Status.RUNNING) {
            return Optional.empty();
        }
        if (entry.status() == ImportEntry.Status.PARSED) {
            replace.accept(file);
            LOG.info("{} counts as it is now: {} rates", path, entry.rows().parsed());
            return Optional.of(new Fetched(1, 0, 0));
        }
        if (entry.status() == ImportEntry.Status.RETRACTED) {
            LOG.warn("{} was taken back as it is now, and counts as it was before", path);
        } else {
            LOG.warn("{} cannot be read, and counts as it was before: {}", path, entry.problems());
        }
        return Optional.of(new Fetched(0, 0, 1));
    }

    /** Comments and an empty list. */
    private static boolean saysNothing(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---") || line.equals("[]"));
    }
}
