package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the figures that a broker prints compare with ours, and what its files leave open. */
class PrintedFiguresApiTest extends ToldLedger {
    private static final String SOLD = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-03-20, 11:00:00",-50,10.2,10.1,510,-1,-490.5,18.5,5,C
            """;
    private static final String DIVIDENDS = """
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.5 per Share (Ordinary Dividend),25
            Dividends,Data,Total,,,30
            Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures
            Cash Report,Data,Starting Cash,USD,0,0,0
            Cash Report,Data,Ending Cash,USD,-96,-96,0
            """;

    @Test
    void printed_figures_stand_against_ours_with_the_rows_behind_a_break() throws Exception {
        String account = "ibkr:U7910002";
        tell("told.csv", STATEMENT.replace("U0000001", "U7910002") + BOUGHT_ON_THE_5TH + DIVIDENDS, null);
        JsonNode page = page("/reports/reconciliation?account=" + account);
        JsonNode dividends = only(page.get("items"), "DIVIDENDS");

        assertThat(page.get("asOf").isNull()).isTrue();
        assertThat(dividends.get("verdict").asString()).isEqualTo("BREAK");
        assertThat(dividends.get("printed").asString()).isEqualTo("30");
        assertThat(dividends.get("ours").asString()).isEqualTo("25");
        assertThat(dividends.get("difference").asString()).isEqualTo("5");
        assertThat(dividends.get("currency").asString()).isEqualTo("USD");
        assertThat(dividends.get("fileId").asString()).hasSize(64);
        assertThat(dividends.get("sources")).hasSize(2);
        assertThat(dividends.get("period").toString()).isEqualTo("{\"from\":\"2031-03-01\",\"to\":\"2031-03-31\"}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(each(
                                items("/reports/reconciliation?item=CASH&verdict=MATCH&account=" + account), "ours"))
                        .contains("-96"));
        assertThat(items("/reports/reconciliation?year=2030&account=" + account))
                .isEmpty();
        assertThat(items("/reports/reconciliation?asOf=2031-03-30&item=DIVIDENDS&account=" + account))
                .isEmpty();
        assertThat(items("/reports/reconciliation?knownAt=2000-01-01T00:00:00Z&account=" + account))
                .isEmpty();
        JsonNode summary = items("/reports/reconciliation/summary?account=" + account);
        assertThat(summary).hasSize(1);
        assertThat(summary.get(0).get("breaks").asInt()).isEqualTo(1);
        assertThat(summary.get(0).get("matches").asInt())
                .isEqualTo(items("/reports/reconciliation?verdict=MATCH&account=" + account)
                        .size());
        Answer csv = send(request("/api/v1/reports/reconciliation?item=DIVIDENDS&account=" + account)
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.text().lines().toList().get(1)).endsWith("2031-03-01,2031-03-31,DIVIDENDS,,,,USD,30,25,5,BREAK");
    }

    private static JsonNode only(JsonNode items, String item) {
        return items.valueStream()
                .filter(line -> line.get("item").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_files_leave_open_is_asked_until_a_file_tells() throws Exception {
        String account = "ibkr:U7910003";
        tell("sold.csv", STATEMENT.replace("U0000001", "U7910003") + SOLD, null);
        JsonNode page = page("/reports/open-questions?account=" + account);
        JsonNode question = page.get("items").get(0);

        assertThat(question.get("kind").asString()).isEqualTo("MORE_WENT_THAN_CAME");
        assertThat(question.get("date").asString()).isEqualTo("2031-03-20");
        assertThat(question.get("isin").asString()).isEqualTo("US000000AA16");
        assertThat(question.get("quantity").asString()).isEqualTo("50");
        assertThat(question.get("facts")).hasSize(1);
        assertThat(question.get("sources")).hasSize(1);
        assertThat(items("/reports/open-questions?asOf=2031-03-19&account=" + account))
                .isEmpty();
        Thread.sleep(20);
        tell(
                "bought.csv",
                STATEMENT.replace("U0000001", "U7910003") + BOUGHT_ON_THE_5TH.replace(",10,12,", ",50,12,"),
                null);
        assertThat(items("/reports/open-questions?account=" + account)).isEmpty();
        assertThat(items("/reports/open-questions?account=" + account + "&knownAt="
                        + page.get("knownAt").asString()))
                .isEqualTo(page.get("items"));
    }

    @Test
    void what_is_wrong_is_a_problem_with_a_code() throws Exception {
        for (String path : List.of("reconciliation", "reconciliation/summary", "open-questions")) {
            problem(path + "?account=ibkr:U0", 404, "UNKNOWN_ACCOUNT");
            problem(path + "?asOf=30.01.2031", 400, "BAD_PARAMETER");
            problem(path + "?knownAt=yesterday", 400, "BAD_PARAMETER");
            problem(path + "?size=501", 400, "BAD_PARAMETER");
        }
        problem("reconciliation?item=GIFT", 400, "BAD_PARAMETER");
        problem("reconciliation?item=", 400, "BAD_PARAMETER");
        problem("reconciliation?verdict=PERHAPS", 400, "BAD_PARAMETER");
        problem("reconciliation?from=2031-02-01&to=2031-01-01", 400, "BAD_PARAMETER");
        problem("reconciliation?year=99999", 400, "BAD_PARAMETER");
    }

    private void problem(String path, int status, String code) throws Exception {
        Answer answer = get("/api/v1/reports/" + path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).as(path).isEqualTo(code);
    }
}
