package io.dividendsomatic.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;

class AdminApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U8000001");
    private static final String HOLDINGS = "/api/v1/holdings?asOf=2026-02-02&account=" + ACCOUNT;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Processors processors;

    @Autowired
    WhenReadModelIsOutdatedThenRebuild outdated;

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    @Autowired
    List<ScheduledTaskHolder> regular;

    private static final String REPLAY = "/api/v1/audit/accounts/" + ACCOUNT + "/replay";

    @BeforeEach
    void an_account_is_told_twice() throws Exception {
        upload("1000");
        upload("900");
    }

    private void upload(String quantity) throws Exception {
        String file = """
                ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
                2026-02-02,EUR,KUUSI,%s,9,9000,8000,1,FI0000000011
                """.formatted(quantity);
        assertThat(upload("told.csv", file.getBytes(StandardCharsets.UTF_8), ACCOUNT)
                        .status())
                .isIn(200, 201);
    }

    @Test
    void nothing_that_is_done_regularly_waits_for_another() {
        assertThat(regular.stream()
                        .mapToInt(holder -> holder.getScheduledTasks().size())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize());
    }

    @Test
    void what_was_uploaded_is_answered_at_once() throws Exception {
        JsonNode holdings = get(HOLDINGS).json();
        assertThat(holdings.get("total").asInt()).isOne();
        assertThat(holdings.get("items").get(0).get("quantity").asString()).isIn("1000", "900");
    }

    @Test
    void projections_tell_how_far_they_are() throws Exception {
        JsonNode projections = get("/api/v1/admin/projections").json();
        assertThat(projections
                        .valueStream()
                        .map(projection -> projection.get("name").asString()))
                .contains("imports", "holdings");
        assertThat(projections.valueStream()).allSatisfy(projection -> {
            assertThat(projection.get("status").asString()).isEqualTo("RUNNING");
            assertThat(projection.get("lag").asLong()).isZero();
            assertThat(projection.get("head").asLong()).isPositive();
            assertThat(projection.get("rows").asLong()).isPositive();
        });
    }

    @Test
    void a_rebuilt_view_answers_the_same_under_the_next_generation() throws Exception {
        String before = answer();
        int generation = generation();
        String location = rebuild("holdings", "?accept=auto");
        await().until(() -> status(location).equals("ACCEPTED"));
        assertThat(generation()).isGreaterThan(generation);
        assertThat(answer()).isEqualTo(before);
        JsonNode rebuilt = get(location).json();
        assertThat(rebuilt.get("eventsReplayed").asLong()).isPositive();
        assertThat(rebuilt.get("diff").toString())
                .isEqualTo("{\"added\":0,\"removed\":0,\"changed\":0,\"samples\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imports", "transactions", "dividends", "reporting"})
    void whatever_is_rebuilt_tells_the_same(String projection) throws Exception {
        String location = rebuild(projection, "?accept=auto");
        await().untilAsserted(() -> {
            JsonNode rebuilt = get(location).json();
            assertThat(rebuilt.get("status").asString())
                    .as(rebuilt.get("diff").toString())
                    .isEqualTo("ACCEPTED");
        });
    }

    @Test
    void what_an_older_program_filled_is_built_again_at_the_start() throws Exception {
        await().until(() -> !get("/api/v1/admin/projections").text().contains("\"outdated\":true"));
        List<Integer> generations = generations();
        outdated.rebuild();
        assertThat(generations()).isEqualTo(generations);
        jdbc.sql("UPDATE read_model SET revision = 1 WHERE name IN ('dividends', 'transactions')")
                .update();
        jdbc.sql("UPDATE dividends_event SET period_from = NULL, period_to = NULL")
                .update();
        assertThat(projection("dividends").get("outdated").asBoolean()).isTrue();
        assertThat(projection("transactions").get("outdated").asBoolean()).isTrue();

        outdated.rebuild();
        await().until(() -> !get("/api/v1/admin/projections").text().contains("\"outdated\":true"));
        assertThat(generations().getFirst()).isGreaterThan(generations.getFirst());
        assertThat(generations().getLast()).isGreaterThan(generations.getLast());
    }

    private List<Integer> generations() {
        return jdbc.sql("SELECT generation FROM read_model WHERE name IN ('dividends', 'transactions') ORDER BY name")
                .query((row, number) -> row.getInt("generation"))
                .list();
    }

    private JsonNode projection(String name) throws Exception {
        return get("/api/v1/admin/projections")
                .json()
                .valueStream()
                .filter(projection -> projection.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rebuild_that_tells_something_else_says_what_and_waits_for_a_word() throws Exception {
        int generation = generation();
        jdbc.sql("UPDATE holdings_position SET mark_price = 7 WHERE generation = ? AND account = ?")
                .params(generation, ACCOUNT.toString())
                .update();
        String location = rebuild("holdings", "?accept=auto");
        await().until(() -> status(location).equals("READY"));
        JsonNode diff = get(location).json().get("diff");
        assertThat(diff.get("added").asLong()).isZero();
        assertThat(diff.get("removed").asLong()).isZero();
        assertThat(diff.get("changed").asLong()).isPositive();
        JsonNode sample = diff.get("samples").get(0);
        assertThat(sample.get("table").asString()).isEqualTo("holdings_position");
        assertThat(sample.get("change").asString()).isEqualTo("CHANGED");
        assertThat(sample.get("key").get("account").asString()).isEqualTo(ACCOUNT.toString());
        assertThat(sample.get("before").toString()).contains("\"mark_price\":\"7.0");
        assertThat(sample.get("after").toString()).contains("\"mark_price\":\"9.0");
        assertThat(diff.get("samples")).hasSize(diff.get("changed").asInt());
        assertThat(generation()).isEqualTo(generation);
        assertThat(post(location + "/accept").json().get("status").asString()).isEqualTo("ACCEPTED");
        assertThat(generation()).isGreaterThan(generation);
    }

    @Test
    void a_rebuild_that_waits_for_a_word_can_be_discarded() throws Exception {
        int generation = generation();
        String location = rebuild("holdings", "");
        await().until(() -> status(location).equals("READY"));
        assertThat(generation()).isEqualTo(generation);
        assertThat(send(request("/api/v1/admin/projections/holdings/rebuild")
                                .POST(BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(409);
        assertThat(post(location + "/discard").status()).isEqualTo(200);
        assertThat(status(location)).isEqualTo("DISCARDED");
        assertThat(post(location + "/accept").json().get("code").asString()).isEqualTo("REBUILD_NOT_READY");
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    void a_rebuild_tells_rows_that_only_one_of_both_has() throws Exception {
        int generation = generation();
        jdbc.sql("DELETE FROM holdings_position WHERE generation = ? AND account = ?")
                .params(generation, ACCOUNT.toString())
                .update();
        jdbc.sql("UPDATE holdings_snapshot SET as_of = as_of + 1 WHERE generation = ? AND account = ? AND version = 1")
                .params(generation, ACCOUNT.toString())
                .update();
        String location = rebuild("holdings", "");
        await().until(() -> status(location).equals("READY"));
        JsonNode diff = get(location).json().get("diff");
        assertThat(diff.get("removed").asInt()).isEqualTo(1);
        assertThat(diff.get("added").asInt()).isEqualTo(3);
        assertThat(diff.get("samples")
                        .valueStream()
                        .map(sample -> sample.get("table").asString() + " "
                                + sample.get("change").asString()))
                .containsOnly("holdings_position ADDED", "holdings_snapshot ADDED", "holdings_snapshot REMOVED");
        assertThat(post(location + "/accept").json().get("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void an_event_that_cannot_be_taken_in_is_told_with_its_reason_and_can_be_tried_again() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        PooledStreamingEventProcessor processor = processors.start("brittle", 100, new Brittle(broken));
        await().untilAsserted(() -> assertThat(letters()).hasSize(1));
        JsonNode letter = letters().get(0);
        assertThat(letter.get("processor").asString()).isEqualTo("brittle");
        assertThat(letter.get("projection").isNull()).isTrue();
        assertThat(letter.get("event").get("type").asString()).isEqualTo("portfolio.AccountOpened");
        assertThat(letter.get("event").get("number").asLong()).isPositive();
        assertThat(letter.get("reason").asString()).startsWith("IllegalStateException: no room for ");
        assertThat(letter.get("since").asString()).endsWith("Z");
        assertThat(letter.get("remedy").asString()).isNotBlank();
        assertThat(get("/api/v1/admin/projections").text()).doesNotContain("FAILED");
        String retry = "/api/v1/admin/dead-letters/" + letter.get("id").asString() + "/retry";
        assertThat(post(retry).status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(letters().get(0).get("attempts").asInt())
                .isGreaterThan(letter.get("attempts").asInt()));

        broken.set(false);
        assertThat(post(retry).status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(letters()).isEmpty());
        assertThat(post(retry).json().get("code").asString()).isEqualTo("UNKNOWN_DEAD_LETTER");
        processor.shutDown();
    }

    /** Takes in no account while it is broken. */
    record Brittle(AtomicBoolean broken) {
        @EventHandler
        void on(AccountOpened event) {
            if (broken.get()) {
                throw new IllegalStateException("no room for " + event.account());
            }
        }
    }

    private JsonNode letters() throws Exception {
        return get("/api/v1/admin/dead-letters").json().get("items");
    }

    @Test
    void a_replay_of_the_events_matches_the_stored_snapshot() throws Exception {
        JsonNode replay = get(REPLAY + "?asOf=2026-02-03").json();
        assertThat(replay.get("matchesSnapshot").asBoolean()).isTrue();
        assertThat(replay.get("snapshotAsOf").asString()).isEqualTo("2026-02-02");
        assertThat(replay.get("positions").get(0).get("quantity").asString()).isIn("1000", "900");
        assertThat(replay.get("stateHash").asString()).hasSize(64);
        assertThat(replay.get("events").asInt()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_replay_of_a_time_before_the_first_file_knows_nothing() throws Exception {
        JsonNode replay = get(REPLAY + "?knownAt=2000-01-01T00:00:00Z").json();
        assertThat(replay.get("positions")).isEmpty();
        assertThat(replay.get("events").asInt()).isZero();
        assertThat(replay.get("matchesSnapshot").asBoolean()).isTrue();
    }

    @Test
    void what_is_not_there_is_a_problem() throws Exception {
        assertThat(post("/api/v1/admin/projections/none/rebuild").status()).isEqualTo(404);
        assertThat(get("/api/v1/admin/rebuilds/none").json().get("code").asString())
                .isEqualTo("UNKNOWN_REBUILD");
        assertThat(get("/api/v1/audit/accounts/ibkr:NOBODY/replay").status()).isEqualTo(404);
    }

    /** The holdings without the instant at which they were asked for. */
    private String answer() throws Exception {
        return get(HOLDINGS).text().replaceAll("\"knownAt\":\"[^\"]*\"", "");
    }

    private int generation() throws Exception {
        return projection("holdings").get("generation").asInt();
    }

    private String rebuild(String projection, String query) throws Exception {
        Answer answer = post("/api/v1/admin/projections/" + projection + "/rebuild" + query);
        assertThat(answer.status()).isEqualTo(202);
        return answer.header("Location");
    }

    private String status(String rebuild) throws Exception {
        return get(rebuild).json().get("status").asString();
    }

    private Answer post(String path) throws Exception {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }
}
