package io.dividendsomatic.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class StatisticsTest {
    private static final String PLAN =
            "EXPLAIN SELECT COUNT(*) FROM thing a JOIN thing b ON b.generation = 1 AND b.name = a.name"
                    + " WHERE a.generation = 2";

    @Test
    void the_planner_knows_of_a_generation_that_was_filled_a_moment_ago() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            thing(jdbc);
            jdbc.execute("ANALYZE thing");
            jdbc.execute("INSERT INTO thing SELECT 1 + n % 2, 'thing ' || n / 2 FROM generate_series(0, 9999) n");
            assertThat(jdbc.queryForList(PLAN, String.class)).anyMatch(line -> line.contains("Nested Loop"));
            new Statistics(jdbc).renew(List.of("thing"));
            assertThat(jdbc.queryForList(PLAN, String.class)).noneMatch(line -> line.contains("Nested Loop"));
        }
    }

    @Test
    void h2_renews_them_by_itself() {
        var once = new SingleConnectionDataSource("jdbc:h2:mem:statistics-test", true);
        JdbcTemplate jdbc = new JdbcTemplate(once);
        thing(jdbc);
        new Statistics(jdbc).renew(List.of("thing"));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM thing", Long.class))
                .isOne();
        once.destroy();
    }

    private static void thing(JdbcTemplate jdbc) {
        jdbc.execute(
                "CREATE TABLE thing (generation INTEGER NOT NULL, name VARCHAR(40), PRIMARY KEY (generation, name))");
        jdbc.execute("INSERT INTO thing VALUES (0, 'of before')");
    }
}
