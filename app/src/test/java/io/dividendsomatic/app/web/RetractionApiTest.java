package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetractionApiTest extends RunningProgram {
    private static final String BECAUSE = "{\"reason\": \"  sent by mistake \"}";

    @Test
    void a_file_is_taken_back_and_restored() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7300001");
        String place = uploaded(account, FlexFile.unique());
        JsonNode before = get(place).json();
        String holdings = "/api/v1/holdings?asOf=2099-01-01&account=" + account;
        int held = get(holdings).json().get("total").asInt();

        Answer taken = retract(place, BECAUSE);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().get("status").asString()).isEqualTo("RETRACTED");
        assertThat(taken.json().get("retraction").get("reason").asString()).isEqualTo("sent by mistake");
        assertThat(get(place).json()).isEqualTo(taken.json());
        assertThat(held).isPositive();
        assertThat(get(holdings).json().get("total").asInt()).isZero();
        assertThat(get(place + "/rows").json().get("total").asInt())
                .isEqualTo(before.get("rows").get("total").asInt());
        assertThat(retract(place, "{\"reason\": \"another\"}").json()).isEqualTo(taken.json());

        Answer restored = restore(place);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json()).isEqualTo(before);
        assertThat(get(holdings).json().get("total").asInt()).isEqualTo(held);
        assertThat(restore(place).json()).isEqualTo(before);
    }

    @Test
    void the_same_bytes_are_refused_while_they_are_taken_back() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7300002");
        byte[] content = FlexFile.unique();
        String place = uploaded(account, content);
        retract(place, BECAUSE);

        Answer again = upload("again.csv", content, account);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("RETRACTED");
        assertThat(again.json().get("fileId").asString())
                .isEqualTo(FileId.of(content).sha256());
        assertThat(upload("?dryRun=true&account=" + account, "again.csv", content)
                        .status())
                .isEqualTo(409);
        restore(place);
        assertThat(upload("again.csv", content, account).status()).isEqualTo(200);
    }

    @Test
    void a_corrected_file_is_taken_whatever_was_taken_back() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7300003");
        byte[] bad = FlexFile.unique();
        retract(uploaded(account, bad), BECAUSE);
        byte[] corrected = (new String(bad, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);

        Answer answer = upload("corrected.csv", corrected, account);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("facts").get("known").asInt()).isZero();
    }

    @Test
    void a_dry_run_tells_what_would_be_withdrawn_and_keeps_nothing() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7300004");
        String place = uploaded(account, FlexFile.unique());
        JsonNode before = get(place).json();

        JsonNode dry = send(request(place + "/retraction?dryRun=true")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(BECAUSE))
                        .build())
                .json();
        assertThat(dry.get("entry")).isEqualTo(before);
        JsonNode effect = dry.get("effect").get(0);
        assertThat(effect.get("account").asString()).isEqualTo(account.toString());
        assertThat(effect.get("withdrawn").asInt()).isPositive();
        assertThat(effect.get("kept").asInt()).isZero();
        assertThat(get(place).json()).isEqualTo(before);

        retract(place, BECAUSE);
        Answer undo = send(request(place + "/retraction?dryRun=true").DELETE().build());
        assertThat(undo.json().get("effect").get(0).get("account").asString()).isEqualTo(account.toString());
        assertThat(get(place).json().get("status").asString()).isEqualTo("RETRACTED");
    }

    @Test
    void what_cannot_be_taken_back_is_refused_with_a_code() throws Exception {
        String unknown = "/api/v1/imports/" + "ab".repeat(32);
        assertProblem(retract(unknown, BECAUSE), 404, "NOT_FOUND");
        assertProblem(restore(unknown), 404, "NOT_FOUND");
        String place = uploaded(AccountId.parse("ibkr:U7300005"), FlexFile.unique());
        assertProblem(retract(place, "{\"reason\": \"  \"}"), 400, "REASON_MISSING");
        assertProblem(retract(place, "{}"), 400, "REASON_MISSING");
        assertProblem(retract(place, "{\"reason\": \"" + "x".repeat(1_001) + "\"}"), 400, "REASON_TOO_LONG");
        assertProblem(retract(place, "{\"reason\": "), 400, "BAD_REQUEST");

        byte[] refused = ("nobody reads this " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        assertThat(upload("refused.txt", refused, null).status()).isEqualTo(422);
        String entry = "/api/v1/imports/" + FileId.of(refused);
        assertProblem(retract(entry, BECAUSE), 409, "REJECTED");
        assertProblem(restore(entry), 409, "REJECTED");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    private String uploaded(AccountId account, byte[] content) throws Exception {
        Answer answer = upload("file.csv", content, account);
        assertThat(answer.status()).isEqualTo(201);
        return answer.header("Location");
    }

    private Answer retract(String place, String body) throws Exception {
        return send(request(place + "/retraction")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private Answer restore(String place) throws Exception {
        return send(request(place + "/retraction").DELETE().build());
    }
}
