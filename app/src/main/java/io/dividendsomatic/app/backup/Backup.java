package io.dividendsomatic.app.backup;

import io.dividendsomatic.app.backup.BackupFile.Manifest;
import io.dividendsomatic.app.backup.BackupFile.Position;
import io.dividendsomatic.app.config.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup while the program runs. How far the policies had read is taken before the events, and the archive after
 * them: so that a restored program may do a little again, which changes nothing, but never misses anything.
 */
@Component
class Backup {
    private final JdbcClient jdbc;
    private final Home home;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Backup(JdbcClient jdbc, Home home, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.clock = clock;
    }

    void write(OutputStream output) throws IOException {
        List<Position> positions = positions();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(output))) {
            zip.putNextEntry(new ZipEntry(BackupFile.PROCESSORS));
            for (Position position : positions) {
                line(position, zip);
            }
            EventDigest digest = new EventDigest();
            long events = events(zip, digest);
            long files = archive(zip);
            usersFiles(zip);
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            String made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            zip.write(json.writeValueAsBytes(new Manifest(BackupFile.FORMAT, made, events, digest.value(), files)));
        }
    }

    private List<Position> positions() {
        return jdbc.sql("SELECT segment, token, token_type FROM token WHERE processor_name = ? AND token IS NOT NULL")
                .param(BackupFile.ACTING)
                .query((row, number) -> new Position(
                        BackupFile.ACTING,
                        row.getInt("segment"),
                        Base64.getEncoder().encodeToString(row.getBytes("token")),
                        row.getString("token_type")))
                .list();
    }

    private long events(ZipOutputStream zip, EventDigest digest) throws IOException {
        long head = jdbc.sql("SELECT COALESCE(MAX(global_index), 0) FROM event")
                .query(Long.class)
                .single();
        zip.putNextEntry(new ZipEntry(BackupFile.EVENTS));
        long count = 0;
        long after = 0;
        for (List<StoredEvent> page = StoredEvent.page(jdbc, after, head);
                !page.isEmpty();
                page = StoredEvent.page(jdbc, after, head)) {
            for (StoredEvent event : page) {
                digest.add(event);
                line(event, zip);
            }
            count += page.size();
            after = page.getLast().index();
        }
        return count;
    }

    private void line(Object value, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }

    private long archive(ZipOutputStream zip) throws IOException {
        Path archive = home.folder().resolve("archive");
        long files = 0;
        try (Stream<Path> all = Files.walk(archive)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".part"))::iterator) {
                copy(file, BackupFile.ARCHIVE + archive.relativize(file), zip);
                files++;
            }
        }
        return files;
    }

    private void usersFiles(ZipOutputStream zip) throws IOException {
        for (String name : BackupFile.USERS_FILES) {
            Path file = home.folder().resolve(name);
            if (Files.isRegularFile(file)) {
                copy(file, BackupFile.HOME + name, zip);
            }
        }
        try (Stream<Path> mappings = Files.list(home.folder().resolve(BackupFile.MAPPINGS))) {
            for (Path file : (Iterable<Path>) mappings.filter(Files::isRegularFile)::iterator) {
                copy(file, BackupFile.HOME + BackupFile.MAPPINGS + "/" + file.getFileName(), zip);
            }
        }
    }

    private static void copy(Path file, String name, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
    }
}
