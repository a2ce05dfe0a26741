package io.dividendsomatic.ingestion.aliases;

import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.portfolio.instruments.DecideByFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what the alias file says, at the start and whenever it has changed and stood still for one look. Its bytes go to
 * the archive first, so that every decision leads to a file and a line. A file that is gone says nothing any more; one
 * that cannot be used changes nothing.
 */
public final class AliasesAtHome implements StatementSource {
    private static final Logger LOG = LoggerFactory.getLogger(AliasesAtHome.class);

    private final Path file;
    private final Archive archive;
    private final Consumer<DecideByFile> decide;
    private @Nullable Stamp looked;
    private @Nullable Stamp told;
    private volatile @Nullable String problem;

    /** @param decide takes what the file says, and what it said before and says no longer */
    public AliasesAtHome(Path file, Archive archive, Consumer<DecideByFile> decide) {
        this.file = file;
        this.archive = archive;
        this.decide = decide;
    }

    /** How the file stood; nothing when it is not there. */
    private record Stamp(Optional<FileTime> changedAt, long size) {
        static final Stamp NOT_THERE = new Stamp(Optional.empty(), 0);
    }

    @Override
    public String name() {
        return "aliases";
    }

    @Override
    public boolean available() {
        return true;
    }

    /** What keeps the file from being used, if anything does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public Fetched fetch() {
        Stamp now = look();
        boolean still = looked == null || looked.equals(now);
        looked = now;
        if (!still || now.equals(told)) {
            return Fetched.NOTHING;
        }
        boolean usable = tell();
        told = now;
        if (!usable) {
            return new Fetched(0, 0, 1);
        }
        return now.equals(Stamp.NOT_THERE) ? Fetched.NOTHING : new Fetched(1, 0, 0);
    }

    private Stamp look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(Optional.of(attributes.lastModifiedTime()), attributes.size());
        } catch (NoSuchFileException notThere) {
            return Stamp.NOT_THERE;
        } catch (IOException e) {
            throw new UncheckedIOException("the alias file cannot be read: " + file, e);
        }
    }

    /** Whether it could be used. */
    private boolean tell() {
        try {
            decide.accept(Files.exists(file) ? read() : new DecideByFile(null, List.of()));
            problem = null;
            return true;
        } catch (InvalidAliases invalid) {
            problem = file.getFileName() + ", " + invalid.getMessage();
            LOG.warn("The alias file cannot be used and changes nothing: {}", problem);
            return false;
        }
    }

    private DecideByFile read() {
        try {
            byte[] content = Files.readAllBytes(file);
            DecideByFile said = AliasFile.read(content);
            archive.keep(content);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("the alias file cannot be read: " + file, e);
        }
    }
}
