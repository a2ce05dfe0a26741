package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person's own mapping, of tables that no other test sends. */
class MappingsApiTest extends RunningProgram {
    private static final Path FOLDER = HOME.resolve("mappings");
    private static final String QUERY = "?account=moods:1&mapping=";
    private static final String MAPPING = """
            name: moods
            version: 1
            broker: moods
            recognise:
              columns: [Mood day, Paper]
            numbers: dot
            dates: [uuuu-MM-dd]
            columns:
              date: Mood day
              isin: Paper
              amount: Sum
              currency: Coin
            rows:
              - fact: {kind: DIVIDEND}
            """;

    @BeforeAll
    static void a_mapping_lies_at_home() throws Exception {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("moods.yaml"), MAPPING);
    }

    @AfterAll
    static void nothing_is_left_for_other_tests() throws Exception {
        Files.deleteIfExists(FOLDER.resolve("moods.yaml"));
        Files.deleteIfExists(FOLDER.resolve("broken.yaml"));
    }

    @Test
    void a_dry_run_shows_what_a_mapping_makes_of_each_row_and_of_columns_that_it_does_not_know() throws Exception {
        JsonNode dry = upload(QUERY + "moods&dryRun=true", "dry.csv", table("12.5", "12,5x"))
                .json();

        assertThat(dry.get("format").asString()).isEqualTo("generic:moods");
        assertThat(dry.get("drift").get(0).get("unknown").toString()).isEqualTo("[\"Weather\"]");
        JsonNode rows = dry.get("verdicts").get("items");
        assertThat(rows.get(0).get("fact").get("kind").asString()).isEqualTo("CashDividend");
        assertThat(rows.get(0).get("raw").asString()).startsWith("2031-03-03");
        assertThat(rows.get(1).get("problem").get("code").asString()).isEqualTo("BAD_NUMBER");
    }

    @Test
    void a_file_is_taken_by_a_mapping_with_or_without_its_name() throws Exception {
        for (String mapping : new String[] {"moods", "generic:moods", ""}) {
            byte[] content = table("13." + mapping.length());
            Answer answer = upload(QUERY + mapping, "moods.csv", content);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().get("format").asString()).isEqualTo("generic:moods");
            assertThat(get(answer.header("Location")).json()).isEqualTo(answer.json());
        }
        assertThat(get("/imports").text()).contains("not read: Weather");
    }

    @Test
    void a_mapping_that_nobody_knows_is_refused_and_nothing_is_kept() throws Exception {
        Files.writeString(FOLDER.resolve("broken.yaml"), "name: broken\nversion: one\n");
        byte[] content = table("99");
        for (String query : new String[] {"broken", "broken&dryRun=true"}) {
            Answer refused = upload(QUERY + query, "a.csv", content);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("code").asString()).isEqualTo("UNKNOWN_MAPPING");
            assertThat(refused.json().get("errors").toString()).contains("broken.yaml", "BAD_MAPPING");
        }
        assertThat(get("/api/v1/imports/" + FileId.of(content)).status()).isEqualTo(404);
        assertThat(get("/administration").text()).contains("cannot be used", "broken.yaml, line 2");
    }

    @Test
    void a_file_that_was_refused_is_tried_again_with_a_mapping() throws Exception {
        byte[] content = table("77");
        assertThat(upload(QUERY + "schwab", "a.csv", content).json().get("code").asString())
                .isEqualTo("UNKNOWN_FORMAT");
        assertThat(upload(QUERY + "moods", "a.csv", content).status()).isEqualTo(201);
    }

    private static byte[] table(String... sums) {
        StringBuilder text = new StringBuilder("Mood day,Paper,Sum,Coin,Weather\n");
        for (String sum : sums) {
            text.append("2031-03-03,US000000AA16,\"").append(sum).append("\",USD,fair\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
