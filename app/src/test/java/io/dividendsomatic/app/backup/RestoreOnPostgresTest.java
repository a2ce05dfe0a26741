package io.dividendsomatic.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A program on H2 is backed up, and its events go on in PostgreSQL. */
class RestoreOnPostgresTest extends RunningProgram {
    private static final String FILE =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,"
                    + "FXRateToBase,ISIN\n2031-06-05,EUR,KUUSI,3,9,27,24,1,FI0000000011\n";

    @TempDir
    private Path home = Path.of("");

    @Test
    void the_events_are_the_same_and_the_next_one_comes_behind_them() throws Exception {
        upload("kept.csv", FILE.getBytes(StandardCharsets.UTF_8), AccountId.parse("lynx:R7000001"));
        Path backup = Files.write(
                home.resolve("backup.zip"),
                get("/api/v1/admin/backup").response().body());

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                    .load()
                    .migrate();
            JdbcTemplate jdbc = new JdbcTemplate(database);
            long events =
                    new Restore(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), home).from(backup);

            List<StoredEvent> restored = StoredEvent.page(JdbcClient.create(database), 0, Long.MAX_VALUE);
            assertThat(restored).isNotEmpty();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM event", Long.class))
                    .isEqualTo(events);
            assertThat(jdbc.queryForObject(
                            "INSERT INTO event (stream_id, sequence_number, event_id, recorded_at, event_type, payload)"
                                    + " VALUES ('next', 0, 'next', '', '', '') RETURNING global_index",
                            Long.class))
                    .isGreaterThan(restored.getLast().index());
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM token", Long.class))
                    .isEqualTo(1);
        }
    }
}
