package io.dividendsomatic.ingestion.source;

import java.nio.file.Path;
import java.time.Clock;

/** Makes the sources that read folders. */
public final class Directories {
    private final Path processed;
    private final Path failed;
    private final Clock clock;
    private final CsvDirectory.Office office;
    private final KeptFiles kept;
    private final Refusals refusals;

    /**
     * @param processed where files go that were read, in a folder of their year
     * @param failed where files go that were refused
     */
    public Directories(
            Path processed, Path failed, Clock clock, CsvDirectory.Office office, KeptFiles kept, Refusals refusals) {
        this.processed = processed;
        this.failed = failed;
        this.clock = clock;
        this.office = office;
        this.kept = kept;
        this.refusals = refusals;
    }

    /** The home's own, the source {@code inbox}. */
    public CsvDirectory inbox(Path folder, InboxSettings settings) {
        return directory("inbox", folder, settings.watching(), settings.afterwards());
    }

    /** Another one, the source {@code folder.<name>}. */
    public PlannedSource folder(String name, FolderSettings.Folder settings) {
        return new PlannedSource(
                directory("folder." + name, settings.path(), settings.watching(), settings.afterwards()),
                settings.plan());
    }

    private CsvDirectory directory(String name, Path folder, CsvDirectory.Watching watching, Afterwards afterwards) {
        Shelves shelves = new Shelves(processed, failed, new MovedFiles(clock));
        FileEnds ends = switch (afterwards) {
            case KEEP -> new FilesLeftInPlace(name, kept, refusals);
            case MOVE -> shelves;
            case DELETE -> new DeletedFiles(shelves);
        };
        return new CsvDirectory(name, folder, watching, ends, clock, office, new LeftFiles(name, refusals));
    }
}
