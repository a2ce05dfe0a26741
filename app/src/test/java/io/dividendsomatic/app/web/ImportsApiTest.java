package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportsApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final AccountId OTHER = AccountId.parse("ibkr:U0000002");

    @Test
    void a_new_file_is_created_with_its_entry_and_place() throws Exception {
        byte[] content = FlexFile.withOneBadNumber();
        Answer answer = upload("positions.csv", content, ACCOUNT);

        assertThat(answer.status()).isEqualTo(201);
        String id = FileId.of(content).sha256();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports/" + id);
        JsonNode entry = answer.json();
        assertThat(entry.get("fileId").asString()).isEqualTo(id);
        assertThat(entry.get("name").asString()).isEqualTo("positions.csv");
        assertThat(entry.get("source").asString()).isEqualTo("UPLOAD");
        assertThat(entry.get("sizeBytes").asInt()).isEqualTo(content.length);
        assertThat(entry.get("status").asString()).isEqualTo("PARSED");
        assertThat(entry.get("format").asString()).isEqualTo("ibkr-flex-positions");
        assertThat(entry.get("accounts").get(0).asString()).isEqualTo("ibkr:U0000001");
        assertThat(entry.get("rows").toString()).isEqualTo("{\"total\":2,\"parsed\":1,\"rejected\":1,\"ignored\":0}");
        assertThat(entry.get("facts").toString()).isEqualTo("{\"new\":1,\"known\":0}");
        assertThat(entry.get("problems").get(0).get("code").asString()).isEqualTo("BAD_NUMBER");
        assertThat(entry.get("problems").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(get(answer.header("Location")).json()).isEqualTo(entry);
    }

    @Test
    void a_file_is_shown_in_the_encoding_in_which_it_was_read() throws Exception {
        String text = new String(FlexFile.unique(), StandardCharsets.UTF_8);
        byte[] content = text.getBytes(StandardCharsets.UTF_16LE);
        Answer answer = upload("utf-16.csv", content, ACCOUNT);

        JsonNode entry = answer.json();
        assertThat(entry.get("encoding").asString()).isEqualTo("UTF-16LE");
        assertThat(entry.get("drift").isArray()).isTrue();
        assertThat(entry.get("ignored").toString()).isEqualTo("{}");
        assertThat(get(answer.header("Location")).json()).isEqualTo(entry);
        assertThat(get(answer.header("Location") + "/rows").text())
                .contains(text.lines().toList().get(1));
        JsonNode dry =
                upload("?dryRun=true&account=" + ACCOUNT, "dry.csv", content).json();
        assertThat(dry.get("encoding")).isEqualTo(entry.get("encoding"));
        assertThat(dry.get("drift")).isEqualTo(entry.get("drift"));
    }

    @Test
    void a_dry_run_shows_what_each_row_becomes() throws Exception {
        JsonNode dry = upload("?dryRun=true&account=" + ACCOUNT, "dry.csv", FlexFile.withOneBadNumber())
                .json();

        assertThat(dry.get("rows").get("total").asInt()).isEqualTo(2);
        JsonNode verdicts = dry.get("verdicts");
        assertThat(verdicts.get("total").asInt()).isEqualTo(2);
        assertThat(verdicts.get("items").get(0).get("facts").get(0).get("kind").asString())
                .isEqualTo("OpenPosition");
        assertThat(verdicts.get("items").get(0).get("raw").asString()).contains("ALFA");
        assertThat(verdicts.get("items").get(1).get("line").asInt()).isEqualTo(3);
        assertThat(verdicts.get("items").get(1).get("status").asString()).isEqualTo("REJECTED");
        assertThat(verdicts.get("items").get(1).get("problem").get("code").asString())
                .isEqualTo("BAD_NUMBER");
    }

    @Test
    void the_same_bytes_again_change_nothing() throws Exception {
        byte[] content = FlexFile.unique();
        JsonNode first = upload("first.csv", content, ACCOUNT).json();
        Answer again = upload("renamed.csv", content, ACCOUNT);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first);
    }

    @Test
    void the_same_bytes_at_once_are_taken_once() throws Exception {
        byte[] content = FlexFile.unique();
        List<AccountId> accounts = Collections.nCopies(8, ACCOUNT);
        assertThat(uploadedAtOnce(content, accounts)).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    }

    @Test
    void the_same_bytes_at_once_for_two_accounts_are_a_conflict_for_the_later() throws Exception {
        byte[] content = FlexFile.unique();
        assertThat(uploadedAtOnce(content, List.of(ACCOUNT, OTHER))).containsExactly(201, 409);
    }

    /** The statuses of the answers, in the order of the numbers. */
    private List<Integer> uploadedAtOnce(byte[] content, List<AccountId> accounts) throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> uploads = accounts.stream()
                    .<Callable<Integer>>map(account ->
                            () -> upload("positions.csv", content, account).status())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : senders.invokeAll(uploads)) {
                statuses.add(status.get());
            }
            Collections.sort(statuses);
            return statuses;
        }
    }

    @Test
    void bytes_that_name_no_account_belong_to_the_first_one_given() throws Exception {
        byte[] content = FlexFile.unique();
        upload("first.csv", content, ACCOUNT);
        Answer conflict = upload("first.csv", content, OTHER);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().get("code").asString()).isEqualTo("ACCOUNT_CONFLICT");
    }

    @Test
    void a_refused_file_is_listed_and_tried_again_with_an_account() throws Exception {
        byte[] content = FlexFile.unique();
        Answer refused = upload("nobody.csv", content, null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
        JsonNode entry = get("/api/v1/imports/" + FileId.of(content)).json();
        assertThat(entry.get("status").asString()).isEqualTo("REJECTED");

        Answer again = upload("somebody.csv", content, ACCOUNT);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("status").asString()).isEqualTo("PARSED");
        assertThat(again.json().get("name").asString()).isEqualTo("nobody.csv");
        assertThat(again.json().get("problems")).isEmpty();
    }

    @Test
    void a_file_that_is_refused_twice_tells_why_each_time() throws Exception {
        byte[] content = FlexFile.withoutAnyGoodRow();
        for (int i = 0; i < 2; i++) {
            Answer refused = upload("bad.csv", content, ACCOUNT);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("code").asString()).isEqualTo("NO_ROW_ACCEPTED");
            assertThat(refused.json().get("errors").toString()).contains("BAD_NUMBER");
        }
    }

    @Test
    void the_rows_of_a_refused_file_have_their_verdicts_too() throws Exception {
        byte[] content = FlexFile.withoutAnyGoodRow();
        upload("bad.csv", content, ACCOUNT);
        upload("bad.csv", content, ACCOUNT);

        JsonNode entry = get("/api/v1/imports/" + FileId.of(content)).json();
        JsonNode rows = get("/api/v1/imports/" + FileId.of(content) + "/rows").json();
        assertThat(rows.get("total").asInt())
                .isPositive()
                .isEqualTo(entry.get("rows").get("total").asInt());
        JsonNode row = rows.get("items").get(0);
        assertThat(row.get("status").asString()).isEqualTo("REJECTED");
        assertThat(row.get("raw").asString()).contains("ALFA");
        assertThat(row.get("problem").get("code").asString()).isEqualTo("BAD_NUMBER");

        JsonNode dry =
                upload("?dryRun=true&account=ibkr:U0000001", "dry.csv", content).json();
        assertThat(dry.get("verdicts").get("items").toString())
                .isEqualTo(rows.get("items").toString());
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        Answer refused = upload("empty.csv", new byte[0], ACCOUNT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("EMPTY_FILE");
    }

    @Test
    void a_dry_run_tells_the_effect_and_keeps_nothing() throws Exception {
        byte[] content = FlexFile.unique();
        Answer dry = upload("?dryRun=true&account=ibkr:U0000077", "dry.csv", content);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().get("status").asString()).isEqualTo("PARSED");
        assertThat(dry.json().get("effect").toString())
                .isEqualTo("[{\"account\":\"ibkr:U0000077\",\"facts\":{\"new\":1,\"known\":0},"
                        + "\"days\":[{\"asOf\":\"2025-03-03\",\"change\":\"TAKEN\",\"version\":1}]}]");
        assertThat(get("/api/v1/imports/" + FileId.of(content)).status()).isEqualTo(404);

        upload("real.csv", content, ACCOUNT);
        Answer known = upload("?dryRun=true&account=ibkr:U0000001", "dry.csv", content);
        assertThat(known.json().get("facts").toString()).isEqualTo("{\"new\":0,\"known\":1}");
    }

    @Test
    void rows_have_their_verdict_raw_text_and_fact() throws Exception {
        byte[] content = FlexFile.withOneBadNumber();
        String rows = upload("rows.csv", content, ACCOUNT).header("Location") + "/rows";

        JsonNode all = get(rows).json();
        assertThat(all.get("total").asInt()).isEqualTo(2);
        JsonNode parsed = all.get("items").get(0);
        assertThat(parsed.get("status").asString()).isEqualTo("PARSED");
        assertThat(parsed.get("line").asInt()).isEqualTo(2);
        assertThat(parsed.get("raw").asString())
                .isEqualTo(new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .get(1));
        assertThat(parsed.get("fact").get("kind").asString()).isEqualTo("OpenPosition");
        assertThat(parsed.get("fact").get("asOf").asString()).isEqualTo("2025-03-03");
        assertThat(parsed.get("account").asString()).isEqualTo("ibkr:U0000001");

        JsonNode rejected = get(rows + "?status=REJECTED").json();
        assertThat(rejected.get("total").asInt()).isEqualTo(1);
        assertThat(rejected.get("items").get(0).get("problem").get("code").asString())
                .isEqualTo("BAD_NUMBER");
        assertThat(get(rows + "?page=1&size=1")
                        .json()
                        .get("items")
                        .get(0)
                        .get("line")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void the_original_bytes_come_back_as_an_attachment() throws Exception {
        byte[] content = FlexFile.unique();
        Answer file = get(upload("ätt\u00a0ach.csv", content, ACCOUNT).header("Location") + "/content");

        assertThat(file.response().body()).isEqualTo(content);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void the_journal_is_listed_newest_first_in_pages() throws Exception {
        upload("older.csv", FlexFile.unique(), ACCOUNT);
        upload("newer.csv", FlexFile.unique(), ACCOUNT);

        JsonNode page = get("/api/v1/imports?page=0&size=2").json();
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("items").get(0).get("name").asString()).isEqualTo("newer.csv");
        assertThat(page.get("items").get(1).get("name").asString()).isEqualTo("older.csv");
        assertThat(page.get("size").asInt()).isEqualTo(2);
        assertThat(page.get("total").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void the_journal_and_the_rows_of_a_file_can_be_had_as_csv() throws Exception {
        String fileId = upload("table.csv", FlexFile.withOneBadNumber(), ACCOUNT)
                .json()
                .get("fileId")
                .asString();

        assertThat(csv("/api/v1/imports?size=500"))
                .startsWith("fileId,name,source,")
                .containsPattern(fileId + ",table.csv,UPLOAD,.*,PARSED,ibkr-flex-positions,.*,2,1,1,0,1,0,BAD_NUMBER");
        assertThat(csv("/api/v1/imports/" + fileId + "/rows"))
                .startsWith("line,status,account,code,")
                .contains("3,REJECTED,,BAD_NUMBER,Quantity,");
    }

    private String csv(String path) throws Exception {
        Answer answer = send(request(path).header("Accept", "text/csv").build());
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return answer.text();
    }

    @Test
    void a_rebuilt_journal_tells_the_same() throws Exception {
        upload("parsed.csv", FlexFile.withOneBadNumber(), ACCOUNT);
        upload("refused.csv", FlexFile.withoutAnyGoodRow(), ACCOUNT);
        JsonNode before = get("/api/v1/imports?size=500").json();

        Answer rebuild = send(request("/api/v1/admin/projections/imports/rebuild?accept=auto")
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(rebuild.status()).isEqualTo(202);
        Awaitility.await().until(() -> get(rebuild.header("Location")).text().contains("ACCEPTED"));

        assertThat(get("/api/v1/imports?size=500").json()).isEqualTo(before);
    }
}
