package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArchivesApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000031");
    private static final AccountId OTHER = AccountId.parse("ibkr:U0000032");

    @Test
    void an_archive_of_one_file_is_answered_as_that_file() throws Exception {
        byte[] content = FlexFile.unique();
        Answer answer = upload("bundle.zip", zip(content), ACCOUNT);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports/" + FileId.of(content));
        assertThat(answer.json().get("name").asString()).isEqualTo("bundle.zip/0.csv");
        assertThat(upload("plain.csv", content, ACCOUNT).status()).isEqualTo(200);
        assertThat(upload("0.zip", zip(content), OTHER).status()).isEqualTo(409);
    }

    @Test
    void an_archive_of_several_files_is_answered_with_an_entry_of_each() throws Exception {
        byte[] zip = zip(FlexFile.unique(), FlexFile.unique(), FlexFile.withoutAnyGoodRow());
        Answer answer = upload("bundle.zip", zip, ACCOUNT);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports");
        JsonNode items = answer.json().get("items");
        assertThat(items).hasSize(3);
        assertThat(items.get(1).get("name").asString()).isEqualTo("bundle.zip/1.csv");
        assertThat(items.get(1).get("facts").get("new").asInt()).isEqualTo(1);
        assertThat(items.get(2).get("status").asString()).isEqualTo("REJECTED");
        assertThat(answer.json().get("conflicts")).isEmpty();

        assertThat(upload("again.zip", zip, ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    void several_files_of_one_request_are_answered_with_an_entry_of_each() throws Exception {
        byte[] plain = FlexFile.unique();
        Answer answer = send(several("", plain, zip(FlexFile.unique(), FlexFile.withoutAnyGoodRow())));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports");
        assertThat(answer.json().get("items").findValuesAsString("name"))
                .containsExactly("0.csv", "1.csv/0.csv", "1.csv/1.csv");
        assertThat(answer.json().get("items").findValuesAsString("status"))
                .containsExactly("PARSED", "PARSED", "REJECTED");
        assertThat(send(several("", plain, plain)).status()).isEqualTo(200);
        assertThat(send(several("&dryRun=true", plain, FlexFile.unique()))
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    private HttpRequest several(String query, byte[]... contents) {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + i + ".csv\"\r\n\r\n";
            parts.add(head.getBytes(StandardCharsets.UTF_8));
            parts.add(contents[i]);
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        parts.add("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return request("/api/v1/imports?account=" + ACCOUNT + query)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArrays(parts))
                .build();
    }

    @Test
    void an_archive_of_which_no_file_was_taken_is_refused_and_each_file_is_listed() throws Exception {
        byte[] first = FlexFile.withoutAnyGoodRow();
        Answer refused = upload("bundle.zip", zip(first, zip(FlexFile.unique())), ACCOUNT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("NO_ROW_ACCEPTED");
        assertThat(refused.json().get("errors").toString()).contains("bundle.zip/0.csv", "NESTED_ARCHIVE");
        assertThat(refused.json().get("items")).hasSize(2);
        assertThat(get("/api/v1/imports/" + FileId.of(first)).status()).isEqualTo(200);
    }

    @Test
    void files_of_another_account_are_named_beside_those_that_were_taken() throws Exception {
        byte[] others = FlexFile.unique();
        upload("others.csv", others, OTHER);

        Answer mixed = upload("bundle.zip", zip(others, FlexFile.unique()), ACCOUNT);
        assertThat(mixed.status()).isEqualTo(201);
        assertThat(mixed.json().get("items")).hasSize(1);
        assertThat(mixed.json().get("conflicts").toString()).contains("ACCOUNT_CONFLICT", "0.csv", OTHER.toString());

        byte[] more = FlexFile.unique();
        upload("more.csv", more, OTHER);
        assertThat(upload("bundle.zip", zip(others, more), ACCOUNT).status()).isEqualTo(409);
    }

    @Test
    void an_archive_that_cannot_be_opened_is_kept_and_refused_whole() throws Exception {
        byte[] zip = zip(FlexFile.unique());
        byte[] cut = Arrays.copyOf(zip, zip.length - 5);
        Answer refused = upload("cut.zip", cut, ACCOUNT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("TRUNCATED");
        JsonNode entry = get("/api/v1/imports/" + FileId.of(cut)).json();
        assertThat(entry.get("status").asString()).isEqualTo("REJECTED");
        assertThat(entry.get("encoding").isNull()).isTrue();
    }

    @Test
    void a_dry_run_of_an_archive_tells_of_each_file_and_keeps_none() throws Exception {
        byte[] content = FlexFile.unique();
        JsonNode dry = upload("?dryRun=true&account=" + ACCOUNT, "dry.zip", zip(content, FlexFile.unique()))
                .json();

        assertThat(dry.get("items")).hasSize(2);
        assertThat(dry.get("items").get(0).get("verdicts").get("total").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/imports/" + FileId.of(content)).status()).isEqualTo(404);
        JsonNode single = upload("?dryRun=true&account=" + ACCOUNT, "dry.zip", zip(content))
                .json();
        assertThat(single.get("name").asString()).isEqualTo("dry.zip/0.csv");
    }

    @Test
    void an_archive_in_the_inbox_is_opened_whatever_its_name() throws Exception {
        byte[] content = FlexFile.unique();
        String folder = ACCOUNT.toString().replace(':', '/');
        Files.createDirectories(HOME.resolve("inbox").resolve(folder));
        Files.write(HOME.resolve("inbox").resolve(folder).resolve("march.dat"), zip(content, FlexFile.unique()));

        String entry = "/api/v1/imports/" + FileId.of(content);
        Awaitility.await().until(() -> get(entry).text().contains("\"PARSED\""));
        assertThat(get(entry).json().get("name").asString()).isEqualTo("march.dat/0.csv");
        Awaitility.await()
                .until(() -> !Files.exists(HOME.resolve("inbox").resolve(folder).resolve("march.dat")));
    }

    @Test
    void the_page_tells_of_each_file_of_an_archive() throws Exception {
        byte[] zip = zip(FlexFile.withoutAnyGoodRow(), FlexFile.withoutAnyGoodRow());
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.zip\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        Answer answer = send(request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArrays(List.of(head, zip, "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8))))
                .build());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .text())
                .containsSubsequence("form.zip/0.csv", "refused", "form.zip/1.csv", "refused");
    }

    private static byte[] zip(byte[]... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < contents.length; i++) {
                zip.putNextEntry(new ZipEntry("2031/" + i + ".csv"));
                zip.write(contents[i]);
            }
        }
        return bytes.toByteArray();
    }
}
