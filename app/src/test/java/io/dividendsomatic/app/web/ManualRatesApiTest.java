package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The user's own rates, of days on which no other test states any. */
class ManualRatesApiTest extends RunningProgram {
    private static final Path FILE = HOME.resolve("rates.yaml");
    private static final String FIRST = """
            # seen at the counter
            - {date: 2042-01-05, currency: USD, to: EUR, rate: 0.90, note: cash}
            - date: 2042-01-05
              currency: SEK
              to: EUR
              rate: "0.09"
            """;
    private static final String SECOND = "- {date: 2042-01-06, currency: USD, to: EUR, rate: 0.95}\n";

    @AfterEach
    void nothing_is_left_for_other_tests() throws Exception {
        Files.deleteIfExists(FILE);
        await().until(() -> rate("2042-01-07", "USD", "").get("step").isNull());
    }

    @Test
    void the_newest_version_of_the_file_counts_and_what_was_known_before_stays_known() throws Exception {
        Files.writeString(FILE, FIRST);
        await().until(() -> isRate("0.9", "2042-01-05"));
        JsonNode first = rate("2042-01-07", "USD", "");
        assertThat(first.get("step").asString()).isEqualTo("MANUAL");
        assertThat(first.get("fx").get("source").asString()).isEqualTo("manual");
        assertThat(first.get("sources").get(0).get("line").asInt()).isEqualTo(2);
        JsonNode entry = get("/api/v1/imports/"
                        + first.get("sources").get(0).get("fileId").asString())
                .json();
        assertThat(entry.get("format").asString()).isEqualTo("manual-fx-rates");
        assertThat(entry.get("name").asString()).isEqualTo("rates.yaml");
        assertThat(entry.get("facts").get("new").asInt()).isEqualTo(2);
        assertThat(rate("2042-01-07", "SEK", "").get("fx").get("rate").asString())
                .isEqualTo("0.09");
        assertThat(rate("2042-01-05", "SEK", "&to=USD").get("fx").get("rate").asString())
                .isEqualTo("0.1");

        Files.writeString(FILE, SECOND);
        await().until(() -> rate("2042-01-05", "USD", "").get("step").isNull());
        assertThat(isRate("0.95", "2042-01-06")).isTrue();
        assertThat(rate("2042-01-07", "SEK", "").get("step").isNull()).isTrue();
        String then = "&knownAt=" + first.get("knownAt").asString();
        assertThat(rate("2042-01-07", "USD", then).get("fx").get("rate").asString())
                .isEqualTo("0.9");

        Files.writeString(FILE, FIRST);
        await().until(() -> isRate("0.9", "2042-01-05"));
        Files.writeString(FILE, "# nothing any more\n");
        await().until(() -> rate("2042-01-07", "USD", "").get("step").isNull());
    }

    @Test
    void a_version_that_cannot_be_read_changes_nothing_and_is_told() throws Exception {
        Files.writeString(FILE, FIRST);
        await().until(() -> isRate("0.9", "2042-01-05"));
        Files.writeString(FILE, "- {date: 2042-01-06, currency: USD, to: EUR, rate: 0.95\n");
        await().until(() -> get("/api/v1/imports").text().contains("BROKEN_YAML"));
        assertThat(isRate("0.9", "2042-01-05")).isTrue();
    }

    @Test
    void rates_can_also_be_sent() throws Exception {
        String rates = """
                - {date: 2042-03-05, currency: GBX, to: EUR, rate: 0.0125}
                - {date: 2042-03-05, currency: EUR, to: EUR, rate: 1}
                """;
        Answer sent = upload("", "my-rates.yaml", rates.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.json().get("rows").toString())
                .isEqualTo("{\"total\":2,\"parsed\":1,\"rejected\":1,\"ignored\":0}");
        assertThat(rate("2042-03-06", "GBP", "").get("fx").get("rate").asString())
                .isEqualTo("1.25");
    }

    private boolean isRate(String rate, String date) throws Exception {
        JsonNode fx = rate("2042-01-07", "USD", "").get("fx");
        return fx.get("status").asString().equals("KNOWN")
                && fx.get("rate").asString().equals(rate)
                && fx.get("date").asString().equals(date);
    }

    private JsonNode rate(String date, String currency, String more) throws Exception {
        String to = more.contains("&to=") ? "" : "&to=EUR";
        return get("/api/v1/fx-rates?currency=" + currency + "&date=" + date + to + more)
                .json();
    }
}
