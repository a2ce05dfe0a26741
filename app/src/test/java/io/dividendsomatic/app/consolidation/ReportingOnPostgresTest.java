package io.dividendsomatic.app.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportingOnPostgresTest extends ReportViewsTest {
    /** Insufficient privilege, and a view of several tables. */
    private static final List<String> REFUSED = List.of("42501", "55000");

    /** Runs until the JVM ends: the context outlives the class. */
    private static final EmbeddedPostgres POSTGRES = start();

    @TempDir
    static Path home;

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void a_reader_may_select_from_the_views_and_nothing_else() throws Exception {
        tell(march(AccountId.parse("ibkr:U6600009")).toArray(ToldFile[]::new));
        try (Connection owner = POSTGRES.getPostgresDatabase().getConnection()) {
            ScriptUtils.executeSqlScript(owner, new FileSystemResource("docs/report-reader.sql"));
        }
        try (Connection reader = DriverManager.getConnection(POSTGRES.getJdbcUrl("report_reader", "postgres"));
                Statement statement = reader.createStatement()) {
            statement.execute("SET default_transaction_read_only = off"); // so that only what it may do counts
            for (String forbidden : List.of(
                    "SELECT * FROM public.event",
                    "SELECT * FROM public.holdings_position",
                    "SELECT * FROM public.read_model",
                    "UPDATE report_v1.transactions SET amount = 0",
                    "DELETE FROM report_v1.cash",
                    "INSERT INTO report_v1.cash (account) VALUES ('x')",
                    "DROP VIEW report_v1.cash",
                    "CREATE TABLE report_v1.mine (a INTEGER)",
                    "CREATE TABLE public.mine (a INTEGER)",
                    "CREATE SCHEMA mine")) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isIn(REFUSED));
            }
            dashboard(statement);
        }
    }

    /** Every statement of the sample dashboard, as the reader, finds something. */
    private static void dashboard(Statement statement) throws SQLException {
        JsonNode panels = JsonMapper.builder()
                .build()
                .readTree(Path.of("docs/grafana-dashboard.json"))
                .get("panels");
        assertThat(panels.size()).isGreaterThanOrEqualTo(8);
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.get("targets")) {
                String sql = target.get("rawSql")
                        .asString()
                        .replaceAll("\\$__timeFilter\\(([\\w.]+)\\)", "$1 BETWEEN '2031-03-01' AND '2031-03-31'")
                        .replace("${currency}", "USD");
                assertThat(sql).doesNotContain("$");
                try (ResultSet rows = statement.executeQuery(sql)) {
                    assertThat(rows.next()).as(panel.get("title").asString()).isTrue();
                }
            }
        }
    }
}
