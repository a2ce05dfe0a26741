package io.dividendsomatic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.bench.Portfolios;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kill −9 in the middle of an import, then a restart: every row once. As many rounds as {@code chaos.rounds}, each on a
 * database of its own, at a moment that the printed seed gives.
 */
class KillTest {
    private static final Portfolios PORTFOLIOS = new Portfolios(2, 1, 30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The import of all files takes about so long after its first event; a kill falls anywhere into it. */
    private static final int LATEST_KILL_MILLIS = 3_000;

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void after_a_kill_at_any_moment_every_row_is_there_once() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int rounds = Integer.getInteger("chaos.rounds", 3);
        for (int round = 0; round < rounds; round++) {
            String database = "round_" + round;
            query("postgres").sql("CREATE DATABASE " + database).update();
            Path home = fill(folder.resolve(database));
            int millis = random.nextInt(LATEST_KILL_MILLIS);
            System.out.printf("seed %d, round %d: kill after %d ms%n", seed, round, millis);
            killDuringTheImport(home, database, millis);
            try (Program restarted = Program.start(home, url(database))) {
                check(restarted, home, query(database));
            }
        }
    }

    private static void killDuringTheImport(Path home, String database, int millis) throws Exception {
        try (Program program = Program.start(home, url(database))) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> arrived(query(database)) || !program.isAlive());
            assertThat(program.isAlive()).as(program.log()).isTrue();
            Thread.sleep(millis);
            program.kill();
        }
    }

    private static void check(Program program, Path home, JdbcClient jdbc) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> !program.isAlive()
                        || (count(jdbc, "SELECT COUNT(*) FROM holdings_file") == PORTFOLIOS.files()
                                && isEmpty(home.resolve("inbox"))));
        assertThat(program.isAlive()).as(program.log()).isTrue();
        assertThat(count(jdbc, "SELECT COUNT(*) FROM event WHERE event_type = 'ingestion.FileArrived'"))
                .isEqualTo(PORTFOLIOS.files());
        assertThat(count(jdbc, "SELECT COUNT(*) FROM event WHERE event_type = 'ingestion.RowsParsed'"))
                .isEqualTo(PORTFOLIOS.files());
        assertThat(count(jdbc, "SELECT COUNT(*) FROM event WHERE event_type = 'portfolio.SnapshotTaken'"))
                .isEqualTo(PORTFOLIOS.files());
        assertThat(count(jdbc, "SELECT COUNT(*) FROM event WHERE event_type = 'portfolio.StatementRecorded'"))
                .isEqualTo(PORTFOLIOS.files());
        assertThat(count(jdbc, "SELECT COUNT(*) FROM holdings_position")).isEqualTo(PORTFOLIOS.rows());
        assertThat(files(home.resolve("processed"))).isEqualTo(PORTFOLIOS.files());
        assertThat(files(home.resolve("failed"))).isZero();
        everyArchivedFileIsWhatItsNameSays(home.resolve("archive"));
    }

    private static Path fill(Path home) throws IOException {
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        int number = 0;
        for (Iterator<byte[]> contents = PORTFOLIOS.contents().iterator(); contents.hasNext(); number++) {
            Files.write(inbox.resolve("day-%04d.csv".formatted(number)), contents.next());
        }
        return home;
    }

    private static boolean arrived(JdbcClient jdbc) {
        return count(jdbc, "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'read_model'") == 1
                && count(jdbc, "SELECT COUNT(*) FROM event") > 0;
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** While files are moved out of it: a walk would stumble over one that is just gone. */
    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static void everyArchivedFileIsWhatItsNameSays(Path archive) throws IOException {
        try (Stream<Path> all = Files.walk(archive)) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".part")))
                    .hasSize((int) PORTFOLIOS.files())
                    .allSatisfy(file -> assertThat(FileId.of(read(file)))
                            .hasToString(file.getFileName().toString()));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return postgres.getJdbcUrl("postgres", database) + "&reWriteBatchedInserts=true";
    }

    private static JdbcClient query(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database)));
    }
}
