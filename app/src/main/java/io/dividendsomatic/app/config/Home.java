package io.dividendsomatic.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which the program keeps everything: {@code DIVIDENDSOMATIC_HOME}. */
public record Home(Path folder) {
    private static final List<String> FOLDERS = List.of("inbox", "processed", "failed", "archive", "mappings", "db");

    /** Folders that hold a person's own data once the program has run. */
    private static final List<String> DATA = List.of("archive", "db", "inbox", "processed", "failed");

    /** Stands in a home that the demo has made. */
    private static final String DEMO_MARKER = ".demo";

    public Path inbox() {
        return folder.resolve("inbox");
    }

    public Path processed() {
        return folder.resolve("processed");
    }

    public Path failed() {
        return folder.resolve("failed");
    }

    /** The exchange rates that the user states; the file need not be there. */
    public Path rates() {
        return folder.resolve("rates.yaml");
    }

    /** The user's own list of which names mean which instruments; it need not be there. */
    public Path aliases() {
        return folder.resolve("instruments.yaml");
    }

    /** What the user states about dividends; it need not be there. */
    public Path dividends() {
        return folder.resolve("dividends.yaml");
    }

    /** Makes what is missing. Throws StartRefused when that is not possible. */
    Home prepared() {
        try {
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name));
            }
            return this;
        } catch (IOException e) {
            throw new StartRefused(
                    "The home folder cannot be made: " + e.getMessage(),
                    "Set DIVIDENDSOMATIC_HOME to a folder that this program may write.");
        }
    }

    /** Makes it the demo's own. Throws StartRefused when it holds other data. */
    Home forDemo() {
        Path marker = folder.resolve(DEMO_MARKER);
        if (Files.exists(marker)) {
            return this;
        }
        if (DATA.stream().map(folder::resolve).anyMatch(Home::holdsFiles)) {
            throw new StartRefused(
                    "The demo does not run on a home that holds other data: " + folder,
                    "Set DIVIDENDSOMATIC_HOME to an empty folder, or start without the profile demo.");
        }
        try {
            Files.createDirectories(folder);
            Files.createFile(marker);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder cannot be written: " + folder, e);
        }
    }

    private static boolean holdsFiles(Path data) {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder cannot be read: " + data, e);
        }
    }
}
