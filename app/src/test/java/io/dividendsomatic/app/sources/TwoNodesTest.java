package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that share nothing but a PostgreSQL ask a source in turn. */
class TwoNodesTest {
    private static final Plan.Timed EVERY_SECOND = new Plan.Timed("* * * * * *", ZoneOffset.UTC, Duration.ZERO);
    private static final int TRIES = 40;
    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Node one = new Node();
    private final Node two = new Node();

    /** A node: its own registry, its own states, its own runs. */
    private final class Node implements StatementSource {
        private final PlannedSource source = new PlannedSource(this, EVERY_SECOND);
        private final SourceStates states = new SourceStates(jdbc, Clock.systemUTC());
        private final SourceRuns runs = new SourceRuns(
                new SourceRegistry(new StaticListableBeanFactory(java.util.Map.of("kind", PlannedSources.of(source)))
                        .getBeanProvider(PlannedSources.class)),
                states,
                Clock.systemUTC(),
                false);

        @Override
        public String name() {
            return "test.shared";
        }

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Fetched fetch() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(Duration.ofMillis(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            looks.incrementAndGet();
            now.decrementAndGet();
            return new Fetched(1, 0, 0);
        }
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() {
        jdbc.sql("DELETE FROM source_state").update();
        one.runs.start();
        two.runs.start();
    }

    @AfterEach
    void stop() {
        one.runs.stop();
        two.runs.stop();
    }

    @Test
    void both_ask_by_hand_and_when_it_is_due_and_only_one_at_a_time() throws Exception {
        int begun = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = IntStream.range(0, TRIES)
                    .mapToObj(number -> threads.submit(() -> {
                        Node node = number % 2 == 0 ? one : two;
                        Thread.sleep(Duration.ofMillis(number * 7L));
                        node.runs.askWhatIsDue();
                        return node.runs.startNow(node.source, EVERY_SECOND);
                    }))
                    .toList();
            for (Future<Boolean> tried : tries) {
                begun += tried.get() ? 1 : 0;
            }
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            SourceState state = one.states.find("test.shared");
            assertThat(state.running()).isFalse();
            assertThat(state.runs()).isEqualTo(looks.get());
        });

        assertThat(most).hasValue(1);
        assertThat(begun).isBetween(1, looks.get());
        assertThat(looks.get()).as("some had to leave it to the other").isLessThan(TRIES);
    }

    @Test
    void a_node_that_died_gives_the_turn_back_and_one_that_only_slept_notices() {
        assertThat(one.states.begin("test.shared", false)).isTrue();
        assertThat(two.states.begin("test.shared", false)).isFalse();
        assertThat(one.states.goesOn("test.shared", new Progress(1, 2, "a.csv")))
                .isTrue();
        assertThat(two.states.find("test.shared").progress()).isEqualTo(new Progress(1, 2, "a.csv"));

        jdbc.sql("UPDATE source_state SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND")
                .update();
        assertThat(two.states.begin("test.shared", false)).isTrue();
        assertThat(one.states.goesOn("test.shared", Progress.NONE)).isFalse();
        one.states.end("test.shared", Outcome.brought(new Fetched(9, 0, 0)), Progress.NONE, 0, null);
        assertThat(two.states.find("test.shared").running())
                .as("the end of a lost turn ends nothing")
                .isTrue();
    }
}
