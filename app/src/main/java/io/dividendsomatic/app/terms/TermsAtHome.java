package io.dividendsomatic.app.terms;

import io.dividendsomatic.dividends.history.StatedTerms;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.StatementSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user states about dividends in {@code dividends.yaml}. A file that cannot be read changes nothing. The terms
 * belong to no time of knowledge: an answer as of what was known earlier uses those of today.
 */
public final class TermsAtHome implements StatementSource, StatedTerms.Current {
    private static final Logger LOG = LoggerFactory.getLogger(TermsAtHome.class);

    private final Path path;
    private volatile StatedTerms terms = StatedTerms.NONE;
    private String told = "";

    public TermsAtHome(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public StatedTerms now() {
        return terms;
    }

    @Override
    public Fetched fetch() {
        String text = text();
        if (text.equals(told)) {
            return Fetched.NOTHING;
        }
        told = text;
        try {
            terms = TermsFile.read(text);
            LOG.info("{} counts as it is now", path);
            return new Fetched(1, 0, 0);
        } catch (TermsFile.Invalid invalid) {
            LOG.warn("{} cannot be used, and counts as it was before: {}", path, invalid.getMessage());
            return new Fetched(0, 0, 1);
        }
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
