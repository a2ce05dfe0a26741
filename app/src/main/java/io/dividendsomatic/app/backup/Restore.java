package io.dividendsomatic.app.backup;

import io.dividendsomatic.app.backup.BackupFile.Manifest;
import io.dividendsomatic.app.backup.BackupFile.Position;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the stored state of a backup again, in a database without events. Everything is checked before anything is
 * written: the digest over the events, each file of the archive against its hash. The read models fill themselves at the
 * next start. The database may be of another kind than the one that was backed up.
 */
public final class Restore {
    private static final int BATCH = 500;
    private static final int HASH_LENGTH = 64;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Path home;
    private final JsonMapper json = JsonMapper.builder().build();

    public Restore(JdbcTemplate jdbc, TransactionTemplate transactions, Path home) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.home = home;
    }

    /** The backup cannot be taken, or there is something already where it would go. Nothing was written. */
    public static final class NotRestorable extends RuntimeException {
        NotRestorable(String message) {
            super(message);
        }
    }

    /** Returns how many events were restored. Throws NotRestorable, or IOException when a file cannot be read or written. */
    public long from(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Manifest manifest = check(zip);
            for (ZipEntry entry : entries(zip)) {
                write(zip, entry);
            }
            transactions.executeWithoutResult(status -> insert(zip));
            return manifest.events();
        }
    }

    private Manifest check(ZipFile zip) throws IOException {
        Long stored = jdbc.queryForObject("SELECT COUNT(*) FROM event", Long.class);
        if (stored != null && stored > 0) {
            throw new NotRestorable("There are events already; a backup is restored into an empty home and database");
        }
        Manifest manifest = json.readValue(content(zip, BackupFile.MANIFEST), Manifest.class);
        if (manifest.format() != BackupFile.FORMAT) {
            throw new NotRestorable(
                    "The backup is of format " + manifest.format() + ", which this program does not know");
        }
        checkEvents(zip, manifest);
        checkFiles(zip, manifest);
        for (ZipEntry entry : entries(zip)) {
            refuseOtherContent(zip, entry);
        }
        return manifest;
    }

    /** What lies there already may be of an attempt that was broken off, and nothing else. */
    private void refuseOtherContent(ZipFile zip, ZipEntry entry) throws IOException {
        Path file = place(entry.getName());
        if (file != null
                && Files.exists(file)
                && !Arrays.equals(Files.readAllBytes(file), content(zip, entry.getName()))) {
            throw new NotRestorable("There is another file already, which is not overwritten: " + file);
        }
    }

    private void checkEvents(ZipFile zip, Manifest manifest) throws IOException {
        EventDigest digest = new EventDigest();
        long[] count = {0};
        eachEvent(zip, event -> {
            digest.add(event);
            count[0]++;
        });
        if (count[0] != manifest.events() || !digest.value().equals(manifest.digest())) {
            throw new NotRestorable(
                    "The events of the backup are not those that were written: it was changed or damaged");
        }
    }

    private static void checkFiles(ZipFile zip, Manifest manifest) throws IOException {
        long files = 0;
        for (ZipEntry entry : entries(zip)) {
            String name = entry.getName();
            if (name.startsWith(BackupFile.ARCHIVE)) {
                String hash = name.substring(Math.max(0, name.length() - HASH_LENGTH));
                if (!FileId.of(content(zip, name)).sha256().equals(hash) || !name.equals(archived(hash))) {
                    throw new NotRestorable("The backup has other bytes than it had for " + name);
                }
                files++;
            } else if (name.startsWith(BackupFile.HOME) && !isUsersFile(name.substring(BackupFile.HOME.length()))) {
                throw new NotRestorable("The backup has a file that no backup has: " + name);
            }
        }
        if (files != manifest.files()) {
            throw new NotRestorable("The backup has " + files + " files of the archive, and had " + manifest.files());
        }
    }

    private static String archived(String hash) {
        return BackupFile.ARCHIVE + hash.substring(0, 2) + "/" + hash;
    }

    private static boolean isUsersFile(String name) {
        return BackupFile.USERS_FILES.contains(name) || name.matches(BackupFile.MAPPINGS + "/[^/\\\\]+");
    }

    private void write(ZipFile zip, ZipEntry entry) throws IOException {
        Path file = place(entry.getName());
        if (file != null) {
            copy(zip, entry, file);
        }
    }

    /** Where it goes; nothing for what goes into the database. */
    private @Nullable Path place(String name) {
        if (name.startsWith(BackupFile.ARCHIVE)) {
            return home.resolve(name);
        }
        return name.startsWith(BackupFile.HOME) ? home.resolve(name.substring(BackupFile.HOME.length())) : null;
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        if (Files.exists(file)) {
            return; // of an attempt that was broken off
        }
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "restored", ".part");
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file);
    }

    private void insert(ZipFile zip) {
        try {
            long[] last = {0};
            List<@Nullable Object[]> batch = new ArrayList<>(BATCH);
            eachEvent(zip, event -> {
                batch.add(event.cells());
                last[0] = event.index();
                if (batch.size() == BATCH) {
                    jdbc.batchUpdate(StoredEvent.INSERT, batch);
                    batch.clear();
                }
            });
            jdbc.batchUpdate(StoredEvent.INSERT, batch);
            jdbc.execute("ALTER TABLE event ALTER COLUMN global_index RESTART WITH " + (last[0] + 1));
            // A program that ran here before, such as one by which users were made, had begun to read nothing.
            jdbc.update("DELETE FROM token WHERE processor_name = ?", BackupFile.ACTING);
            for (String line : lines(zip, BackupFile.PROCESSORS)) {
                Position position = json.readValue(line, Position.class);
                jdbc.update(
                        Position.INSERT,
                        position.processor(),
                        position.segment(),
                        Base64.getDecoder().decode(position.token()),
                        position.type(),
                        Instant.EPOCH.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be read", e);
        }
    }

    private interface EachEvent {
        void on(StoredEvent event);
    }

    private void eachEvent(ZipFile zip, EachEvent each) throws IOException {
        try (BufferedReader lines = reader(zip, BackupFile.EVENTS)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.on(json.readValue(line, StoredEvent.class));
            }
        }
    }

    private static List<String> lines(ZipFile zip, String name) throws IOException {
        try (BufferedReader lines = reader(zip, name)) {
            return lines.lines().toList();
        }
    }

    private static BufferedReader reader(ZipFile zip, String name) throws IOException {
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry(zip, name)), StandardCharsets.UTF_8));
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream content = zip.getInputStream(entry(zip, name))) {
            return content.readAllBytes();
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new NotRestorable("This is no whole backup: " + name + " is not in it");
        }
        return entry;
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> found = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            found.add(all.nextElement());
        }
        return found;
    }
}
