package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.SourceRefusals;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@Import(SourcesApiTest.Invented.class)
@DirtiesContext
class SourcesApiTest extends RunningProgram {
    private static final String SOURCES = "/api/v1/admin/sources";

    /** Its sources are its own, so its program is too. */
    @TempDir
    static Path home;

    @TempDir
    static Path share;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:sources;DB_CLOSE_DELAY=-1");
        String folder = "dividendsomatic.sources.folder.share.";
        registry.add(folder + "path", share::toString);
        registry.add(folder + "account", () -> "lynx:S7000001");
        registry.add(folder + "afterwards", () -> "keep");
        registry.add(folder + "quiet", () -> "200ms");
        registry.add(folder + "every", () -> "1h");
    }

    private static final CountDownLatch SLOW = new CountDownLatch(1);
    private static volatile Supplier<Fetched> answer = () -> new Fetched(3, 2, 1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SourceRefusals refusals;

    /** Sources that a test leads. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Invented {
        private static final Plan.Timed NEVER = new Plan.Timed("-", ZoneId.of("Europe/Helsinki"), Duration.ZERO);
        private static final Plan.Timed DAILY =
                new Plan.Timed("0 30 7 * * MON-SAT", ZoneId.of("Europe/Helsinki"), Duration.ZERO);

        @Bean
        PlannedSources invented() {
            return PlannedSources.of(
                    new PlannedSource(new Led("test.by-hand", () -> answer.get()), NEVER),
                    new PlannedSource(new Led("test.daily", () -> Fetched.NOTHING), DAILY),
                    new PlannedSource(new Led("test.slow", SourcesApiTest::waiting), NEVER),
                    new PlannedSource(
                            new Led("test.refused", () -> {
                                throw SourceFailed.lasting("LOGIN_REFUSED", "the password is refused", null);
                            }),
                            DAILY));
        }
    }

    private record Led(String name, Supplier<Fetched> fetching) implements StatementSource {
        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Fetched fetch() {
            return fetching.get();
        }
    }

    private static Fetched waiting() {
        try {
            SLOW.await();
            return new Fetched(1, 0, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fetched.NOTHING;
        }
    }

    @Test
    void the_inbox_is_watched_and_can_be_looked_at_at_once() throws Exception {
        JsonNode inbox = get(SOURCES + "/inbox").json();
        assertThat(inbox.get("asked").get("every").asString()).isEqualTo("PT0.1S");
        assertThat(poll("inbox").status()).isEqualTo(202);
    }

    /** A poll waits until they stand still; afterwards they are known as they are, also to the next program. */
    @Test
    void another_folder_is_read_when_it_is_asked_and_keeps_its_files() throws Exception {
        Files.createDirectory(share.resolve("2031"));
        for (int day = 1; day <= 3; day++) {
            Files.writeString(
                    share.resolve("2031/2031-02-0%d.csv".formatted(day)),
                    "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN\n"
                            + "2031-02-0%d,EUR,KUUSI,%d,9,27,24,1,FI0000000011\n".formatted(day, day));
        }
        Files.writeString(share.resolve("menu.csv"), "Soup,Bread\n");
        long runs = get(SOURCES + "/folder.share").json().get("runs").asLong();
        poll("folder.share");
        JsonNode over = over("folder.share", runs);

        assertThat(over.get("lastRun").get("taken").asInt()).as(over.toString()).isEqualTo(4);
        assertThat(over.get("progress").get("done").asInt()).isEqualTo(4);
        assertThat(over.get("progress").get("total").asInt()).isEqualTo(4);
        assertThat(over.get("refused").get(0).get("what").asString()).isEqualTo("menu.csv");
        assertThat(share.resolve("2031/2031-02-03.csv")).exists();
        assertThat(jdbc.sql("SELECT path FROM kept_file WHERE path <> 'growing.csv' ORDER BY path")
                        .query(String.class)
                        .list())
                .containsExactly("2031/2031-02-01.csv", "2031/2031-02-02.csv", "2031/2031-02-03.csv", "menu.csv");
        await().untilAsserted(() -> assertThat(get("/api/v1/holdings?asOf=2031-02-03&account=lynx:S7000001")
                        .text())
                .contains("\"quantity\":\"3\""));
    }

    @Test
    void of_a_kept_file_that_went_on_only_the_whole_counts() throws Exception {
        String head =
                "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN\n";
        String half = head + "2031-03-01,EUR,KUUSI,1,9,9,8,1,FI0000000011"; // which may be cut, and is waited for
        String whole = half + "\n2031-03-01,EUR,ALFA,2,9,18,16,1,FI0000000029\n";
        for (String content : List.of(half, whole)) {
            Files.writeString(share.resolve("growing.csv"), content);
            long runs = get(SOURCES + "/folder.share").json().get("runs").asLong();
            poll("folder.share");
            over("folder.share", runs);
        }

        await().untilAsserted(() -> assertThat(statusOf(half)).isEqualTo("RETRACTED"));
        assertThat(statusOf(whole)).isEqualTo("PARSED");
    }

    private String statusOf(String content) throws Exception {
        FileId file = FileId.of(content.getBytes(StandardCharsets.UTF_8));
        return get("/api/v1/imports/" + file).json().get("status").asString();
    }

    @Test
    void a_poll_tells_what_it_brought() throws Exception {
        long runs = get(SOURCES + "/test.by-hand").json().get("runs").asLong();
        assertThat(poll("test.by-hand").status()).isEqualTo(202);
        JsonNode over = over("test.by-hand", runs);

        assertThat(over.get("state").asString()).isEqualTo("BY_HAND");
        JsonNode run = over.get("lastRun");
        assertThat(run.get("taken").asInt()).isEqualTo(3);
        assertThat(run.get("known").asInt()).isEqualTo(2);
        assertThat(run.get("refused").asInt()).isEqualTo(1);
        assertThat(over.has("nextRunAt")).isFalse();
        assertThat(over.has("lastSuccessAt")).isTrue();
    }

    @Test
    void a_new_source_is_asked_once_at_start_and_then_at_its_time() throws Exception {
        JsonNode daily = over("test.daily", 0);

        assertThat(daily.get("state").asString()).isEqualTo("WAITING");
        assertThat(Instant.parse(daily.get("nextRunAt").asString())
                        .atZone(ZoneId.of("Europe/Helsinki"))
                        .toLocalTime())
                .hasToString("07:30");
    }

    @Test
    void a_failure_is_told_and_the_source_left_alone_for_a_while() throws Exception {
        JsonNode refused = over("test.refused", 0);

        assertThat(refused.get("state").asString()).isEqualTo("BACKING_OFF");
        assertThat(refused.get("failuresInARow").asInt()).isPositive();
        JsonNode problem = refused.get("lastRun").get("problem");
        assertThat(problem.get("code").asString()).isEqualTo("LOGIN_REFUSED");
        assertThat(problem.get("message").asString()).isEqualTo("the password is refused");
        assertThat(problem.get("lasting").asBoolean()).isTrue();
        Duration rest = Duration.between(
                Instant.parse(refused.get("lastRun").get("endedAt").asString()),
                Instant.parse(refused.get("nextRunAt").asString()));
        assertThat(rest).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void a_page_tells_how_each_source_is_and_asks_it_now() throws Exception {
        over("test.refused", 0);
        refusals.tell("test.by-hand", "1", "a letter <1>", "SENDER_UNKNOWN", "nobody knows the sender");
        long runs = get(SOURCES + "/test.by-hand").json().get("runs").asLong();
        Answer asked = send(request("/administration/poll")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("source=test.by-hand"))
                .build());
        assertThat(asked.status()).isEqualTo(302);
        over("test.by-hand", runs);

        assertThat(get("/administration").text())
                .contains("LOGIN_REFUSED: the password is refused", "failed; tried again later")
                .contains("3 new, 2 known, 1 refused", "asked by hand", "value=\"test.by-hand\"")
                .contains("a letter &lt;1&gt;", "SENDER_UNKNOWN", "nobody knows the sender");
    }

    @Test
    void what_nobody_foresaw_shows_none_of_its_words() throws Exception {
        answer = () -> {
            throw new IllegalStateException("canary-in-a-cause");
        };
        try {
            long runs = get(SOURCES + "/test.by-hand").json().get("runs").asLong();
            poll("test.by-hand");
            JsonNode over = over("test.by-hand", runs);
            assertThat(over.toString()).contains("UNEXPECTED").doesNotContain("canary-in-a-cause");
        } finally {
            answer = () -> new Fetched(3, 2, 1);
        }
    }

    @Test
    void one_look_at_a_time_over_all_nodes() throws Exception {
        assertThat(poll("test.slow").status()).isEqualTo(202);
        Answer second = poll("test.slow");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("code").asString()).isEqualTo("SOURCE_RUNNING");
        assertThat(anotherNode().begin("test.slow", false)).isFalse();
        assertThat(get(SOURCES + "/test.slow").json().get("state").asString()).isEqualTo("RUNNING");

        SLOW.countDown();
        over("test.slow", 0);
        assertThat(anotherNode().begin("test.slow", false)).isTrue();
    }

    @Test
    void a_source_that_nobody_configured_is_not_found() throws Exception {
        assertThat(get(SOURCES + "/none").json().get("code").asString()).isEqualTo("UNKNOWN_SOURCE");
        assertThat(poll("none").status()).isEqualTo(404);
    }

    /** It shares nothing with this one but the database. */
    private SourceStates anotherNode() {
        return new SourceStates(jdbc, Clock.systemUTC());
    }

    private Answer poll(String name) throws Exception {
        return send(request(SOURCES + "/" + name + "/poll")
                .POST(BodyPublishers.noBody())
                .build());
    }

    private JsonNode over(String name, long runsBefore) {
        return await().until(
                        () -> get(SOURCES + "/" + name).json(),
                        state -> state.get("runs").asLong() > runsBefore
                                && !state.get("state").asString().equals("RUNNING"));
    }
}
