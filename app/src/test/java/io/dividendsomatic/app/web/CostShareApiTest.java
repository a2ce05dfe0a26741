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
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A spin-off of whose cost the user tells a part, to the program or in a file. */
class CostShareApiTest extends RunningProgram {
    private static final String DECISIONS = "/api/v1/instruments/decisions";
    private static final String STATEMENT = """
            <FlexQueryResponse queryName="all" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U7700001" fromDate="20310101" toDate="20311231" period="" \
            whenGenerated="20320102;021500">
            <AccountInformation accountId="U7700001" currency="USD"/>
            <Trades>
            <Trade accountId="U7700001" currency="USD" assetCategory="STK" symbol="MOTHER" isin="US0000770075" \
            tradeID="1" tradeDate="20310110" quantity="100" tradePrice="10" proceeds="-1000" taxes="0" \
            ibCommission="0" ibCommissionCurrency="USD" netCash="-1000" openCloseIndicator="O" levelOfDetail="EXECUTION"/>
            <Trade accountId="U7700001" currency="USD" assetCategory="STK" symbol="CHILD" isin="US0000770158" \
            tradeID="2" tradeDate="20310610" quantity="-25" tradePrice="8" proceeds="200" taxes="0" \
            ibCommission="0" ibCommissionCurrency="USD" netCash="200" openCloseIndicator="C" levelOfDetail="EXECUTION"/>
            </Trades>
            <CorporateActions>
            <CorporateAction accountId="U7700001" currency="USD" assetCategory="STK" symbol="CHILD" \
            isin="US0000770158" description="MOTHER(US0000770075) SPINOFF  1 FOR 4 (CHILD, CHILD INC, US0000770158)" \
            reportDate="20310310" dateTime="20310310;202500" quantity="25" type="SO" amount="0" proceeds="0" value="0" \
            actionID="77" transactionID="78"/>
            </CorporateActions>
            </FlexStatement></FlexStatements></FlexQueryResponse>
            """;

    private Answer post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private String gain(String knownAt) throws Exception {
        JsonNode gain = get("/api/v1/realized-gains?account=ibkr:U7700001" + knownAt)
                .json()
                .get("items")
                .get(0);
        return gain.get("cost").get("amount").asString() + " "
                + gain.get("allocationUnknown").asBoolean();
    }

    private static String share(String share) {
        return "{\"shareCost\": {\"from\": \"US0000770075\", \"into\": \"US0000770158\", \"share\": " + share + "},"
                + " \"reason\": \"as the company tells it\"}";
    }

    @Test
    void a_share_that_is_decided_counts_from_then_on_and_can_be_taken_back() throws Exception {
        upload("spin-off.xml", STATEMENT.getBytes(StandardCharsets.UTF_8), AccountId.parse("ibkr:U7700001"));
        assertThat(gain("")).isEqualTo("0 true");
        Thread.sleep(5); // the next moment is another one
        Instant before = Instant.now();
        Thread.sleep(5);

        Answer decided = post(DECISIONS, share("0.125"));
        assertThat(decided.status()).as(decided.text()).isBetween(200, 201);
        assertThat(decided.json().get("kind").asString()).isEqualTo("SHARE_COST");
        assertThat(decided.json().get("costOf").asString()).isEqualTo("US0000770075");
        assertThat(decided.json().get("share").asString()).isEqualTo("0.125");
        await().atMost(Duration.ofSeconds(30)).until(() -> gain("").equals("125 false"));
        assertThat(gain("&knownAt=" + before)).isEqualTo("0 true");
        JsonNode questions = get("/api/v1/reports/open-questions?account=ibkr:U7700001")
                .json()
                .get("items");
        assertThat(questions.toString()).doesNotContain("ALLOCATION_UNKNOWN");

        assertThat(post(DECISIONS, share("0.3")).json().get("code").asString()).isEqualTo("DECISION_CONFLICT");
        assertThat(post(DECISIONS, share("1.2")).json().get("code").asString()).isEqualTo("BAD_DECISION");
        String decision = DECISIONS + "/" + decided.json().get("decision").asInt();
        assertThat(post(decision + "/withdrawal", "{}").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> gain("").equals("0 true"));

        Path file = HOME.resolve("instruments.yaml");
        Files.writeString(file, """
                - isin: US0000770075
                  spin-offs:
                    - {isin: US0000770158, cost: 12.5%}
                """);
        await().atMost(Duration.ofSeconds(30)).until(() -> gain("").equals("125 false"));
        JsonNode all = get(DECISIONS).json().get("items");
        JsonNode told = all.get(all.size() - 1);
        assertThat(told.get("kind").asString()).isEqualTo("SHARE_COST");
        assertThat(told.get("sources").get(0).get("line").asInt()).isEqualTo(3);
        Files.delete(file);
        await().atMost(Duration.ofSeconds(30)).until(() -> gain("").equals("0 true"));
    }
}
