package io.dividendsomatic.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.portfolio.projection.ManyRows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LedgerOnPostgresTest extends LedgerReadModelTest {
    private static final int FAILING_ROW = 5_000;

    @Autowired
    DataSource database;

    @TempDir
    static Path home;

    /** Runs until the JVM ends: the context outlives the class. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void rows_are_handed_over_before_the_database_has_made_all_of_them() {
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() -> transaction.executeWithoutResult(reading -> ManyRows.of(database)
                        .sql("SELECT 1 / (i - ?) FROM generate_series(1, ?) AS i")
                        .params(FAILING_ROW, 2 * FAILING_ROW)
                        .query(row -> {
                            taken.incrementAndGet();
                        })))
                .isInstanceOf(DataAccessException.class);
        assertThat(taken).hasValueBetween(FAILING_ROW / 2, FAILING_ROW - 1);
    }
}
