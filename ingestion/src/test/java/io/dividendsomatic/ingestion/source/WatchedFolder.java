package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A home with an inbox, an intake in memory, and a clock that the test moves on. */
abstract class WatchedFolder implements KeptFiles, Refusals {
    static final Duration QUIET = Duration.ofSeconds(5);
    private static final DataSize LIMIT = DataSize.ofBytes(1_000);

    @TempDir
    Path home = Path.of("");

    Path inbox = Path.of("");
    final Office office = new Office();
    final List<String> refused = new ArrayList<>();
    private final Map<String, Set<Kept>> kept = new HashMap<>();
    private final Map<String, FileId> ids = new HashMap<>();
    private Instant now = Instant.parse("2026-02-03T04:05:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectory(home.resolve("inbox"));
    }

    CsvDirectory directory() {
        return directoryOf(inbox);
    }

    CsvDirectory directoryOf(Path folder) {
        return directories()
                .inbox(folder, new InboxSettings(Map.of(), Afterwards.MOVE, Duration.ofSeconds(1), QUIET, LIMIT));
    }

    CsvDirectory directory(Afterwards afterwards) {
        return directory(
                new FolderSettings.Folder(inbox, null, null, Map.of(), afterwards, QUIET, QUIET, LIMIT, byHand()));
    }

    CsvDirectory directoryOfAccounts(@Nullable String broker, @Nullable String account, Map<String, String> accounts) {
        return directory(new FolderSettings.Folder(
                inbox, broker, account, accounts, Afterwards.MOVE, QUIET, QUIET, LIMIT, byHand()));
    }

    private CsvDirectory directory(FolderSettings.Folder settings) {
        return (CsvDirectory) directories().folder("test", settings).source();
    }

    private static Schedule byHand() {
        return new Schedule("-", ZoneId.of("Europe/Helsinki"), null);
    }

    private Directories directories() {
        return new Directories(home.resolve("processed"), home.resolve("failed"), clock, office, this, this);
    }

    @Override
    public Set<Kept> of(String source) {
        return Set.copyOf(kept.getOrDefault(source, Set.of()));
    }

    @Override
    public void add(String source, Kept file, @Nullable FileId id) {
        Set<Kept> files = kept.computeIfAbsent(source, unseen -> new HashSet<>());
        files.removeIf(earlier -> earlier.path().equals(file.path()));
        files.add(file);
        if (id != null) {
            ids.put(source + "/" + file.path(), id);
        }
    }

    @Override
    public Optional<FileId> taken(String source, String path) {
        return Optional.ofNullable(ids.get(source + "/" + path));
    }

    @Override
    public void tell(String source, String key, String what, String code, String message) {
        refused.add(what + ": " + code);
    }

    void afterQuiet(CsvDirectory directory) {
        fetchAfter(directory, 0);
        fetchAfter(directory, 5);
    }

    Fetched fetchAfter(CsvDirectory directory, int seconds) {
        now = now.plusSeconds(seconds);
        return directory.fetch();
    }

    /** A whole file: its last line has a line end. */
    void put(String name, String content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content + "\n");
    }

    List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(home)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
