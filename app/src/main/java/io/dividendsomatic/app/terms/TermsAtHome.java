package io.dividendsomatic.app.terms;

import io.dividendsomatic.dividends.history.StatedTerms;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.references.StoredReferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user states about dividends in {@code dividends.yaml}. Each version goes into the archive and is known from then
 * on: an answer as of what was known earlier uses the one of then. A file that cannot be used changes nothing.
 */
public final class TermsAtHome implements StatementSource, StatedTerms.Versions {
    private static final Logger LOG = LoggerFactory.getLogger(TermsAtHome.class);

    private final Path path;
    private final Archive archive;
    private final StoredReferences stored;
    private final BiConsumer<String, Optional<FileId>> replace;
    private final Clock clock;
    private volatile @Nullable List<Version> versions;
    private @Nullable String told;

    /** @param replace has another version stand under the name, or none */
    public TermsAtHome(
            Path path,
            Archive archive,
            StoredReferences stored,
            BiConsumer<String, Optional<FileId>> replace,
            Clock clock) {
        this.path = path;
        this.archive = archive;
        this.stored = stored;
        this.replace = replace;
        this.clock = clock;
    }

    private record Version(Instant since, StatedTerms terms) {}

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public StatedTerms at(Instant knownAt) {
        return known().reversed().stream()
                .filter(version -> !version.since().isAfter(knownAt))
                .findFirst()
                .map(Version::terms)
                .orElse(StatedTerms.NONE);
    }

    @Override
    public synchronized Fetched fetch() {
        String text = text();
        if (text.equals(told)) {
            return Fetched.NOTHING;
        }
        try {
            StatedTerms terms = TermsFile.read(text);
            Optional<FileId> file = terms.equals(StatedTerms.NONE)
                    ? Optional.empty()
                    : Optional.of(archive.keep(text.getBytes(StandardCharsets.UTF_8)));
            boolean isNew = !file.equals(stored.inForce(name()));
            if (isNew) {
                replace.accept(name(), file);
                LOG.info("{} counts as it is now", path);
            }
            versions = recorded();
            told = text;
            return isNew ? new Fetched(1, 0, 0) : Fetched.NOTHING;
        } catch (TermsFile.Invalid invalid) {
            told = text;
            LOG.warn("{} cannot be used, and counts as it was before: {}", path, invalid.getMessage());
            return new Fetched(0, 0, 1);
        }
    }

    private List<Version> known() {
        List<Version> known = versions;
        return known == null ? first() : known;
    }

    /** Whoever asks before the first look at the file has it count from now on; the look records it. */
    private synchronized List<Version> first() {
        List<Version> known = versions;
        if (known != null) {
            return known;
        }
        List<Version> first = recorded();
        try {
            StatedTerms now = TermsFile.read(text());
            StatedTerms before =
                    first.isEmpty() ? StatedTerms.NONE : first.getLast().terms();
            if (!now.equals(before)) {
                first.add(new Version(clock.instant(), now));
            }
        } catch (TermsFile.Invalid invalid) {
            LOG.debug("the look at the file will tell of it", invalid);
        }
        versions = first;
        return first;
    }

    /** One that can be read no more, as it was not stated by these rules, counts as the one before it. */
    private List<Version> recorded() {
        List<Version> recorded = new ArrayList<>();
        for (StoredReferences.Version version : stored.versions(name())) {
            try {
                StatedTerms terms = version.file()
                        .map(file -> TermsFile.read(new String(archive.read(file), StandardCharsets.UTF_8)))
                        .orElse(StatedTerms.NONE);
                recorded.add(new Version(version.since(), terms));
            } catch (TermsFile.Invalid | UncheckedIOException gone) {
                LOG.warn("{} as it was from {} on cannot be read any more", path, version.since(), gone);
            }
        }
        return recorded;
    }

    private String text() {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException notThere) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + path, e);
        }
    }
}
