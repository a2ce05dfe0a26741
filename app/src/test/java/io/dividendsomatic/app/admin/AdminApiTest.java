package io.dividendsomatic.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdminApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U8000001");
    private static final String HOLDINGS = "/api/v1/holdings?asOf=2026-02-02&account=" + ACCOUNT;
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
        assertThat(get(location).json().get("eventsReplayed").asLong()).isPositive();
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
        JsonNode projections = get("/api/v1/admin/projections").json();
        return IntStream.range(0, projections.size())
                .mapToObj(projections::get)
                .filter(projection -> projection.get("name").asString().equals("holdings"))
                .findFirst()
                .orElseThrow()
                .get("generation")
                .asInt();
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
