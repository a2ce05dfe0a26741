package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The example of the contract: dollars at one broker, euros at another. */
class HoldingsApiTest extends RunningProgram {
    private static final AccountId IBKR = AccountId.parse("ibkr:U7000001");
    private static final AccountId NORDNET = AccountId.parse("nordnet:70000001");
    private static final String BOTH = "account=" + IBKR + "&account=" + NORDNET;
    private static final String HEADER = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisMoney,AssetClass,\
            FXRateToBase,ISIN
            """;

    @BeforeEach
    void two_accounts_are_told() throws Exception {
        tell(IBKR, "2026-01-02,EUR,KUUSI,KUUSI OYJ,1,9,9,8,STK,1,FI0000000011"); // tells the base currency
        tell(
                IBKR,
                "2026-01-30,USD,ALFA,=ALFA MORTGAGE REIT,1000,10.5,10500,9800,STK,0.84,US000000AA16",
                "2026-01-30,SEK,BETA,BETA AB,5,10,50,40,STK,,US000000BB22");
        tell(NORDNET, "2026-01-29,EUR,KUUSI,KUUSI OYJ,620,9,5580,4746,STK,1,FI0000000011");
    }

    private void tell(AccountId account, String... rows) throws Exception {
        byte[] content = (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(upload(account.number() + ".csv", content, account).status()).isBetween(200, 202);
        await().until(() -> get("/api/v1/accounts?size=500").text().contains(account.toString()));
    }

    @Test
    void holdings_stand_in_both_currencies_with_the_rate_that_converts_them() throws Exception {
        JsonNode page =
                get("/api/v1/holdings?asOf=2026-01-30&currency=EUR&" + BOTH).json();
        JsonNode alfa = page.get("items").get(0);

        assertThat(page.get("asOf").asString()).isEqualTo("2026-01-30");
        assertThat(page.get("knownAt").asString()).endsWith("Z");
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(alfa.get("isin").asString()).isEqualTo("US000000AA16");
        assertThat(alfa.get("quantity").asString()).isEqualTo("1000");
        assertThat(alfa.get("markPrice").asString()).isEqualTo("10.5");
        assertThat(alfa.get("unrealizedPnl").asString()).isEqualTo("700");
        assertThat(alfa.get("fx").toString())
                .isEqualTo("{\"status\":\"KNOWN\",\"rate\":\"0.84\",\"date\":\"2026-01-30\","
                        + "\"source\":\"ibkr:U7000001\"}");
        assertThat(alfa.get("inReportingCurrency").toString())
                .isEqualTo("{\"currency\":\"EUR\",\"marketValue\":\"8820.00\",\"costBasis\":\"8232.00\","
                        + "\"unrealizedPnl\":\"588.00\"}");
        assertThat(alfa.get("weight").asString()).isEqualTo("0.6125");
        assertThat(alfa.get("accounts").get(0).get("origin").asString()).isEqualTo("REPORTED");
        assertThat(alfa.get("sources").get(0).get("fileId").asString()).hasSize(64);
        assertThat(alfa.get("sources").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(page.get("items").get(2).get("accounts").get(0).get("asOf").asString())
                .isEqualTo("2026-01-29");
        assertThat(page.get("totals").toString())
                .isEqualTo("{\"marketValue\":\"14400.00\",\"costBasis\":\"12978.00\",\"unrealizedPnl\":\"1422.00\"}");
    }

    @Test
    void what_has_no_rate_is_null_and_named() throws Exception {
        JsonNode page =
                get("/api/v1/holdings?asOf=2026-01-30&currency=EUR&" + BOTH).json();
        JsonNode beta = page.get("items").get(1);

        assertThat(beta.get("fx").get("status").asString()).isEqualTo("MISSING");
        assertThat(beta.get("inReportingCurrency").get("marketValue").isNull()).isTrue();
        assertThat(page.get("unresolved").get(0).get("symbol").asString()).isEqualTo("BETA");
        assertThat(page.get("unresolved").get(0).get("reason").asString()).isEqualTo("FX_RATE_MISSING");
    }

    @Test
    void a_report_adds_up_by_broker() throws Exception {
        JsonNode report = get("/api/v1/reports/portfolio?asOf=2026-01-30&currency=EUR&" + BOTH)
                .json();

        assertThat(report.get("totals").get("marketValue").asString()).isEqualTo("14400.00");
        assertThat(report.get("brokers").get(0).get("broker").asString()).isEqualTo("ibkr");
        assertThat(report.get("brokers").get(0).get("marketValue").asString()).isEqualTo("8820.00");
        assertThat(report.get("brokers")
                        .get(1)
                        .get("accounts")
                        .get(0)
                        .get("account")
                        .asString())
                .isEqualTo("nordnet:70000001");
        assertThat(report.get("unresolved"))
                .as("the value of the units in kronur, and what they put in when they were first seen")
                .extracting(missing -> missing.get("currency").asString() + " "
                        + missing.get("figures").get(0).asString())
                .containsExactly("SEK marketValue", "SEK UNITS_FIRST_SEEN");
    }

    @Test
    void an_allocation_gives_weights_that_sum_up_to_one() throws Exception {
        JsonNode report = get("/api/v1/reports/allocation?by=broker&asOf=2026-01-30&currency=EUR&" + BOTH)
                .json();

        assertThat(report.get("by").asString()).isEqualTo("broker");
        assertThat(report.get("groups").get(0).get("key").asString()).isEqualTo("ibkr");
        assertThat(report.get("groups").get(0).get("weight").asString()).isEqualTo("0.6125");
        assertThat(report.get("groups").get(1).get("weight").asString()).isEqualTo("0.3875");
        assertThat(report.get("top1").asString()).isEqualTo("0.6125");
        assertThat(report.get("hhi").asString()).isEqualTo("5253");
        assertThat(report.get("total").asString()).isEqualTo("14400.00");
        assertThat(report.get("unresolved")).hasSize(1);
        problem("/api/v1/reports/allocation?by=colour", 400, "BAD_PARAMETER");
    }

    @Test
    void a_snapshot_is_listed_and_read_with_its_lines() throws Exception {
        JsonNode line = get("/api/v1/accounts/" + IBKR + "/snapshots")
                .json()
                .get("items")
                .get(1);
        assertThat(line.get("version").asInt()).isEqualTo(1);
        assertThat(line.get("positions").asInt()).isEqualTo(2);
        assertThat(line.get("supersededAt").isNull()).isTrue();

        JsonNode snapshot =
                get("/api/v1/accounts/" + IBKR + "/snapshots/2026-01-30").json();
        assertThat(snapshot.get("fileId")).isEqualTo(line.get("fileId"));
        JsonNode position = snapshot.get("positions").get(0);
        assertThat(position.get("symbol").asString()).isEqualTo("ALFA");
        assertThat(position.get("quantity").asString()).isEqualTo("1000");
        assertThat(position.get("sources").get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void a_table_can_be_had_as_csv_with_formulas_guarded() throws Exception {
        Answer csv = send(request("/api/v1/holdings?asOf=2026-01-30&currency=EUR&account=" + IBKR)
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines().skip(1).findFirst())
                .contains("US000000AA16,ALFA,'=ALFA MORTGAGE REIT,STK,USD,1000,10.5,10500,9800,700,KNOWN,0.84,"
                        + "2026-01-30,ibkr:U7000001,EUR,8820.00,8232.00,588.00,1,ibkr:U7000001,,");
    }

    @Test
    void the_report_as_a_table_gives_its_accounts() throws Exception {
        Answer csv = send(request("/api/v1/reports/portfolio?asOf=2026-01-30&currency=EUR&account=" + IBKR)
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.text().lines().skip(1).findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("ibkr,ibkr:U7000001,2026-01-30,REPORTED,EUR,8820.00,8232.00,588.00,0,0,0,"));
    }

    @Test
    void a_rate_tells_its_day_and_source() throws Exception {
        JsonNode rate = get("/api/v1/fx-rates?currency=USD&date=2026-01-30&to=EUR&account=" + IBKR)
                .json();
        assertThat(rate.get("fx").get("rate").asString()).isEqualTo("0.84");
        assertThat(rate.get("fx").get("date").asString()).isEqualTo("2026-01-30");
    }

    @Test
    void what_is_unknown_or_wrong_is_a_problem_with_a_code() throws Exception {
        problem("/api/v1/holdings?account=ibkr:U0", 404, "UNKNOWN_ACCOUNT");
        problem("/api/v1/accounts/ibkr:U0/snapshots", 404, "UNKNOWN_ACCOUNT");
        problem("/api/v1/accounts/" + IBKR + "/snapshots/2020-01-01", 404, "UNKNOWN_SNAPSHOT");
        problem("/api/v1/holdings?account=U0", 400, "BAD_PARAMETER");
        problem("/api/v1/holdings?asOf=30.01.2026", 400, "BAD_PARAMETER");
        problem("/api/v1/holdings?knownAt=yesterday", 400, "BAD_PARAMETER");
        problem("/api/v1/holdings?currency=EURO", 400, "BAD_PARAMETER");
        problem("/api/v1/holdings?size=501", 400, "BAD_PARAMETER");
    }

    private void problem(String path, int status, String code) throws Exception {
        Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).as(path).isEqualTo(code);
    }
}
