package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom a symbol means in the course of time, and by which ISIN an instrument is known. Every test has a broker of its own. */
class DatedAliasesApiTest extends RunningProgram {
    private static final String DECISIONS = "/api/v1/instruments/decisions";
    private static final String HEADER =
            "date;account;type;isin;symbol;quantity;price;amount;currency;text;fee;tax;id\n";

    private void tell(String name, String... rows) throws Exception {
        byte[] content = (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        Answer answer = upload(name + ".csv", content, AccountId.parse(name + ":1"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private Answer post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private String decide(String broker, String symbol, String isin, String days) throws Exception {
        Answer made = post(DECISIONS, """
                {"identify":{"alias":{"kind":"SYMBOL","value":"%s","broker":"%s"},"isin":"%s"%s}}""".formatted(symbol, broker, isin, days));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.header("Location");
    }

    private String merge(String from, String into) throws Exception {
        Answer made = post(DECISIONS, "{\"merge\":{\"from\":\"%s\",\"into\":\"%s\"}}".formatted(from, into));
        return made.status() == 201
                ? made.header("Location")
                : made.json().get("code").asString();
    }

    private List<JsonNode> items(String path, String broker) throws Exception {
        char more = path.contains("?") ? '&' : '?';
        Answer answer = get("/api/v1" + path + more + "account=" + broker + ":1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private static String text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .map(value -> value.isNull() ? "-" : value.asString())
                .orElse("?");
    }

    private List<String> isins(String path, String broker) throws Exception {
        return items(path, broker).stream()
                .map(item -> text(item, "isin") + " " + text(item, "toldIsin"))
                .toList();
    }

    private List<String> held(String broker) throws Exception {
        return items("/holdings?asOf=2031-12-31", broker).stream()
                .map(item -> text(item, "isin") + " " + text(item, "quantity"))
                .sorted()
                .toList();
    }

    private boolean isAsked(String symbol) throws Exception {
        return get("/api/v1/instruments/questions?size=500").text().contains("\"value\":\"" + symbol + "\"");
    }

    @Test
    void a_symbol_that_one_instrument_had_until_a_day_and_another_since_means_each_on_its_days() throws Exception {
        tell(
                "recycled",
                "2030-01-10;;BUY;FI0000020019;RCY;10;10,00;-100,00;EUR;b;;;",
                "2030-02-10;;SELL;;RCY;4;12,00;48,00;EUR;s;;;",
                "2030-02-20;;DIVIDEND;;RCY;6;0,50;3,00;EUR;d;;;",
                "2031-01-10;;BUY;FI0000020027;RCY;20;10,00;-200,00;EUR;b;;;",
                "2031-02-10;;SELL;;RCY;5;13,00;65,00;EUR;s;;;",
                "2031-02-20;;DIVIDEND;;RCY;15;0,20;3,00;EUR;d;;;");
        assertThat(isAsked("RCY")).isTrue();
        assertThat(isins("/dividends", "recycled")).containsExactly("- -", "- -");

        String first = decide("recycled", "RCY", "FI0000020019", ",\"to\":\"2030-12-31\"");
        assertThat(isAsked("RCY")).isTrue();
        decide("recycled", "RCY", "FI0000020027", ",\"from\":\"2031-01-01\"");
        assertThat(isAsked("RCY")).isFalse();
        assertThat(isins("/transactions", "recycled"))
                .containsExactly(
                        "FI0000020019 FI0000020019",
                        "FI0000020019 -",
                        "FI0000020019 -",
                        "FI0000020027 FI0000020027",
                        "FI0000020027 -",
                        "FI0000020027 -");
        assertThat(isins("/dividends", "recycled")).containsExactly("FI0000020019 -", "FI0000020027 -");
        assertThat(held("recycled")).containsExactly("FI0000020019 6", "FI0000020027 15");
        List<JsonNode> gains = items("/realized-gains", "recycled");
        assertThat(gains)
                .extracting(gain -> gain.get("gain").get("amount").asString())
                .containsExactly("8", "15");
        assertThat(get("/api/v1/reports/open-questions?account=recycled:1").text())
                .doesNotContain("UNITS_NEVER_CAME");
        assertThat(get("/api/v1/audit/accounts/recycled:1/replay?asOf=2031-12-31")
                        .text())
                .contains("\"matchesSnapshot\":true");

        List<JsonNode> dividends = items("/dividends", "recycled");
        for (String model : List.of("holdings", "transactions", "dividends")) {
            Answer rebuild = post("/api/v1/admin/projections/" + model + "/rebuild?accept=auto", "{}");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(rebuild.header("Location"))
                            .json()
                            .get("status")
                            .asString()
                            .equals("ACCEPTED"));
        }
        assertThat(items("/realized-gains", "recycled")).isEqualTo(gains);
        assertThat(items("/dividends", "recycled")).isEqualTo(dividends);
        assertThat(held("recycled")).containsExactly("FI0000020019 6", "FI0000020027 15");

        assertThat(post(first + "/withdrawal", "{}").status()).isEqualTo(200);
        assertThat(isAsked("RCY")).isTrue();
        assertThat(isins("/transactions", "recycled")).contains("- -", "FI0000020027 -");
    }

    @Test
    void dated_names_in_the_file_of_the_home_folder_mean_each_instrument_on_its_days() throws Exception {
        tell(
                "filed",
                "2030-01-10;;BUY;FI0000020704;FLD;10;10,00;-100,00;EUR;b;;;",
                "2030-02-10;;SELL;;FLD;4;12,00;48,00;EUR;s;;;",
                "2031-01-10;;BUY;FI0000020712;FLD;20;10,00;-200,00;EUR;b;;;",
                "2031-02-10;;SELL;;FLD;5;13,00;65,00;EUR;s;;;");
        assertThat(isAsked("FLD")).isTrue();
        Path file = HOME.resolve("instruments.yaml");
        Files.writeString(file, """
                - isin: FI0000020704
                  reason: left the exchange
                  aliases:
                    - { symbol: FLD, broker: filed, to: 2030-12-31 }
                - isin: FI0000020712
                  aliases:
                    - { symbol: FLD, broker: filed, from: 2031-01-01 }
                """);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(isins("/transactions", "filed"))
                            .containsExactly(
                                    "FI0000020704 FI0000020704",
                                    "FI0000020704 -",
                                    "FI0000020712 FI0000020712",
                                    "FI0000020712 -"));
            assertThat(isAsked("FLD")).isFalse();
            assertThat(held("filed")).containsExactly("FI0000020704 6", "FI0000020712 15");
        } finally {
            Files.delete(file);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(isAsked("FLD")).isTrue());
    }

    @Test
    void a_decision_of_some_days_is_about_the_bookings_of_these_days() throws Exception {
        tell(
                "someday",
                "2031-01-20;;BUY;;SOME;10;10,00;-100,00;EUR;b;;;",
                "2031-02-10;;BUY;;SOME;7;10,00;-70,00;EUR;b;;;",
                "2031-03-10;;SELL;;SOME;3;12,00;36,00;EUR;s;;;");
        assertThat(held("someday")).containsExactly("- 14");
        decide("someday", "SOME", "FI0000020035", ",\"from\":\"2031-02-01\",\"to\":\"2031-02-28\"");
        assertThat(isins("/transactions", "someday")).containsExactly("- -", "FI0000020035 -", "- -");
        assertThat(held("someday")).containsExactly("- 7", "FI0000020035 7");
        assertThat(items("/transactions?isin=FI0000020035", "someday")).hasSize(1);
    }

    @Test
    void after_a_merge_all_that_is_shown_has_the_name_of_the_merged_instrument() throws Exception {
        tell(
                "onename",
                "2030-01-10;;BUY;FI0000020043;OLDNAME;10;10,00;-100,00;EUR;b;;;",
                "2030-05-10;;DIVIDEND;FI0000020043;OLDNAME;10;0,50;5,00;EUR;d;;;",
                "2031-05-10;;DIVIDEND;FI0000020050;NEWNAME;10;0,50;5,00;EUR;d;;;");
        merge("FI0000020043", "FI0000020050");
        assertThat(isins("/dividends", "onename"))
                .containsExactly("FI0000020050 FI0000020043", "FI0000020050 FI0000020050");
        assertThat(isins("/transactions", "onename")).contains("FI0000020050 FI0000020043");
        assertThat(items("/dividends?isin=FI0000020050", "onename")).hasSize(2);
        JsonNode holding = items("/holdings?asOf=2031-12-31", "onename").getFirst();
        assertThat(text(holding, "isin") + " " + text(holding, "symbol")).isEqualTo("FI0000020050 NEWNAME");
    }

    @Test
    void merges_in_a_circle_are_refused_and_leave_everything_as_it_was() throws Exception {
        tell("circle", "2031-01-10;;BUY;FI0000020068;ROUND;10;10,00;-100,00;EUR;b;;;");
        merge("FI0000020068", "FI0000020076");
        assertThat(merge("FI0000020076", "FI0000020068")).isEqualTo("MERGE_CIRCLE");
        merge("FI0000020076", "FI0000020084");
        assertThat(merge("FI0000020084", "FI0000020068")).isEqualTo("MERGE_CIRCLE");
        assertThat(held("circle")).containsExactly("FI0000020084 10");
    }

    @Test
    void an_account_reaches_from_the_first_to_the_last_day_of_which_anything_is_booked() throws Exception {
        tell(
                "reaches",
                "2031-01-02;;DEPOSIT;;;;;1000,00;EUR;in;;;",
                "2031-01-10;;BUY;FI0000020092;REACH;10;10,00;-100,00;EUR;b;;;",
                "2031-04-10;;SELL;FI0000020092;REACH;10;12,00;120,00;EUR;s;;;",
                "2031-05-10;;DIVIDEND;FI0000020092;REACH;10;0,50;5,00;EUR;d;;;");
        tell("moneyonly", "2031-01-03;;DEPOSIT;;;;;1000,00;EUR;in;;;", "2031-01-09;;FEE;;;;;-1,00;EUR;f;;;");
        assertThat(account("reaches")).isEqualTo("2031-01-02 2031-05-10");
        assertThat(account("moneyonly")).isEqualTo("2031-01-03 2031-01-09");
    }

    private String account(String broker) throws Exception {
        return get("/api/v1/accounts?size=500&asOf=2031-12-31")
                .json()
                .get("items")
                .valueStream()
                .filter(item -> text(item, "account").equals(broker + ":1"))
                .map(item -> text(item, "firstDate") + " " + text(item, "lastDate"))
                .findFirst()
                .orElseThrow();
    }
}
