package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReparseApiTest extends RunningProgram {
    private static final Path MAPPING = HOME.resolve("mappings").resolve("tides.yaml");
    private static final String YAML = """
            name: tides
            version: 1
            broker: tides
            recognise:
              columns: [Tide day, Paper]
            numbers: dot
            dates: [uuuu-MM-dd]
            columns:
              date: Tide day
              isin: Paper
              amount: Sum
              currency: Coin
            rows:
              - fact: {kind: DIVIDEND}
            """;

    @BeforeEach
    void a_mapping_lies_at_home() throws Exception {
        Files.createDirectories(MAPPING.getParent());
        Files.writeString(MAPPING, YAML);
    }

    @AfterEach
    void nothing_is_left_for_other_tests() throws Exception {
        Files.deleteIfExists(MAPPING);
    }

    @Test
    void another_mapping_changes_what_a_stored_file_says() throws Exception {
        byte[] content = table("12.5", "bad");
        JsonNode before = upload("?account=tides:U1", "tides.csv", content).json();
        assertThat(before.get("rows").get("rejected").asInt()).isEqualTo(1);
        String place = "/api/v1/imports/" + FileId.of(content);
        JsonNode same = reparse(place, "").json();
        assertThat(same.get("changed").asBoolean()).isFalse();
        assertThat(same.get("entry")).isEqualTo(before);

        Files.writeString(MAPPING, YAML.replace("DIVIDEND", "INTEREST").replace("version: 1", "version: 2"));
        JsonNode dry = reparse(place, "?dryRun=true").json();
        assertThat(dry.get("changed").asBoolean()).isTrue();
        assertThat(dry.get("entry")).isEqualTo(before);
        JsonNode now = reparse(place, "").json();
        assertThat(now.get("rows")).isEqualTo(dry.get("rows"));
        assertThat(now.get("rows").get("changed").asInt()).isEqualTo(1);
        assertThat(now.get("rows").get("samples").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(now.get("facts").toString()).isEqualTo("{\"told\":1,\"withdrawn\":1}");
        assertThat(now.get("entry").get("parserVersion").asInt()).isEqualTo(2);
        assertThat(get(place).json()).isEqualTo(now.get("entry"));
        JsonNode booked = get("/api/v1/transactions?account=tides:U1").json();
        assertThat(booked.get("total").asInt()).isEqualTo(1);
        assertThat(booked.get("items").get(0).get("kind").asString()).isEqualTo("INTEREST");
    }

    @Test
    void a_file_that_was_refused_becomes_parsed_in_the_same_entry() throws Exception {
        Files.delete(MAPPING);
        byte[] content = table("14");
        assertThat(upload("?account=tides:U2", "tides.csv", content).status()).isEqualTo(422);
        String place = "/api/v1/imports/" + FileId.of(content);
        Answer refused = reparse(place, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("UNKNOWN_FORMAT");

        Files.writeString(MAPPING, YAML);
        JsonNode now = reparse(place, "?account=tides:U3").json();
        assertThat(now.get("entry").get("status").asString()).isEqualTo("PARSED");
        assertThat(now.get("entry").get("accounts").get(0).asString()).isEqualTo("tides:U3");
        assertThat(now.get("facts").get("told").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_refused_today_or_was_taken_back_stays_as_it_was() throws Exception {
        byte[] content = table("15");
        JsonNode before = upload("?account=tides:U4", "tides.csv", content).json();
        String place = "/api/v1/imports/" + FileId.of(content);
        Files.delete(MAPPING);
        assertThat(reparse(place, "").status()).isEqualTo(422);
        assertThat(get(place).json()).isEqualTo(before);

        send(request(place + "/retraction")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\": \"mistake\"}"))
                .build());
        Answer retracted = reparse(place, "");
        assertThat(retracted.status()).isEqualTo(409);
        assertThat(retracted.json().get("code").asString()).isEqualTo("RETRACTED");
        assertThat(reparse("/api/v1/imports/" + "cd".repeat(32), "").status()).isEqualTo(404);
    }

    private Answer reparse(String place, String query) throws Exception {
        return send(request(place + "/reparse" + query)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static byte[] table(String... sums) {
        StringBuilder table = new StringBuilder("Tide day,Paper,Sum,Coin\n");
        for (String sum : sums) {
            table.append("2031-03-03,US000000AA16,").append(sum).append(",USD\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}
