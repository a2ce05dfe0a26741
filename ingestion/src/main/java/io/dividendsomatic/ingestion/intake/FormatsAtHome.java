package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.format.generic.MappingProblem;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files with the built-in formats and the mappings of a folder. Whether the folder has changed is looked up with
 * each file that is read: a listing, and time and size of each mapping.
 */
public final class FormatsAtHome implements StatementReader {
    private static final Logger LOG = LoggerFactory.getLogger(FormatsAtHome.class);

    private final Path folder;
    private Map<Path, Stamp> seen = Map.of();
    private Known known = new Known(StatementFormats.builtIn(), List.of());

    /** Without the folder there is no mapping in it. */
    public FormatsAtHome(Path folder) {
        this.folder = folder;
        known();
    }

    /** How a file stood in the folder. */
    private record Stamp(FileTime changedAt, long size) {}

    private record Known(StatementFormats formats, List<MappingProblem> problems) {}

    @Override
    public List<FileEvent> read(FileArrived arrival, byte[] content) {
        return known().formats().read(arrival, content);
    }

    /** Whether a sender can name this mapping. */
    public boolean hasMapping(String name) {
        return known().formats().hasMapping(name);
    }

    /** What keeps mappings of the folder from being used. */
    public List<MappingProblem> problems() {
        return known().problems();
    }

    /** A folder that cannot be read keeps no statement from being read: what was known of it counts. */
    private synchronized Known known() {
        try {
            Map<Path, Stamp> now = look();
            if (!now.equals(seen)) {
                known = load();
                seen = now;
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The mappings of {} cannot be read again: {}", folder, e.toString());
        }
        return known;
    }

    private Known load() {
        Mappings.Loaded loaded = Mappings.read(folder);
        LOG.info("{} mappings of {} are in use", loaded.formats().size(), folder);
        loaded.problems().forEach(problem -> LOG.warn("A mapping cannot be used: {}", problem));
        return new Known(StatementFormats.with(loaded.formats()), loaded.problems());
    }

    private Map<Path, Stamp> look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<Path, Stamp> stamps = new TreeMap<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            }
            return stamps;
        }
    }
}
