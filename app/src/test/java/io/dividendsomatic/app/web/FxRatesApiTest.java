package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rates of days on which no other test states any; each test has a month of its own. */
class FxRatesApiTest extends RunningProgram {
    private static final String POSITIONS =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN\n";

    @Test
    void a_late_reference_rate_repairs_what_was_missing_and_does_not_change_what_was_known_before() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7100001");
        String holdings = "/api/v1/holdings?asOf=2041-03-09&currency=EUR&account=" + account;
        tell(account, "2041-03-08,USD,ALFA,10,10,100,90,,US000000AA16");
        JsonNode before = get(holdings).json();
        assertThat(before.get("items").get(0).get("fx").get("status").asString())
                .isEqualTo("MISSING");
        assertThat(before.get("unresolved")).hasSize(1);

        JsonNode entry = upload("eurofxref.csv", "Date, USD, JPY, GBP, CHF, \n7 March 2041, 1.25, 160, 0.8, 0.9, \n");
        assertThat(entry.get("format").asString()).isEqualTo("ecb-fx-rates");
        assertThat(entry.get("status").asString()).isEqualTo("PARSED");
        assertThat(entry.get("facts").get("new").asInt()).isEqualTo(4);

        JsonNode after = get(holdings).json();
        assertThat(after.get("items").get(0).get("fx").toString())
                .isEqualTo("{\"status\":\"KNOWN\",\"rate\":\"0.8\",\"date\":\"2041-03-07\",\"source\":\"ECB\"}");
        assertThat(after.get("totals").get("marketValue").asString()).isEqualTo("80.0");
        assertThat(after.get("unresolved")).isEmpty();
        Instant then = Instant.parse(before.get("knownAt").asString());
        JsonNode again = get(holdings + "&knownAt=" + then).json();
        assertThat(again.get("unresolved")).hasSize(1);
    }

    @Test
    void a_rate_tells_its_step_its_day_and_the_lines_that_state_it() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7100002");
        AccountId other = AccountId.parse("ibkr:U7100003");
        tell(
                account,
                "2041-05-03,EUR,KUUSI,1,9,9,8,1,FI0000000011",
                "2041-05-03,USD,ALFA,10,10,100,90,0.84,US000000AA16");
        tell(other, "2041-05-04,EUR,KUUSI,1,9,9,8,1,FI0000000011", "2041-05-04,USD,ALFA,1,10,10,9,0.85,US000000AA16");
        JsonNode file = upload("hist.csv", "Date,USD,JPY,GBP,CHF,SEK,\n2041-05-02,1.2,150,0.8,0.9,12,\n");

        JsonNode same = rate("USD", "2041-05-03", "EUR", account);
        assertThat(same.get("step").asString()).isEqualTo("SAME_ACCOUNT");
        assertThat(same.get("fx").get("source").asString()).isEqualTo(account.toString());
        assertThat(same.get("sources").get(0).get("line").asInt()).isEqualTo(3);

        JsonNode others = rate("USD", "2041-05-04", "EUR", account);
        assertThat(others.get("step").asString()).isEqualTo("OTHER_ACCOUNT");
        assertThat(others.get("fx").get("rate").asString()).isEqualTo("0.85");

        JsonNode published = rate("USD", "2041-05-09", "SEK", null);
        assertThat(published.get("step").asString()).isEqualTo("REFERENCE");
        assertThat(published.get("fx").toString())
                .isEqualTo("{\"status\":\"KNOWN\",\"rate\":\"10\",\"date\":\"2041-05-02\",\"source\":\"ECB\"}");
        assertThat(published.get("sources").get(0).get("fileId")).isEqualTo(file.get("fileId"));

        JsonNode mixed = rate("USD", "2041-05-03", "SEK", account);
        assertThat(mixed.get("fx").get("rate").asString()).isEqualTo("10.08");
        assertThat(mixed.get("fx").get("source").asString()).isEqualTo(account + " + ECB");

        JsonNode missing = rate("USD", "2041-05-10", "EUR", account);
        assertThat(missing.get("fx").get("status").asString()).isEqualTo("MISSING");
        assertThat(missing.get("fx").get("rate").isNull()).isTrue();
        assertThat(missing.get("step").isNull()).isTrue();
    }

    @Test
    void the_bank_tells_in_xml_too() throws Exception {
        JsonNode entry = upload("eurofxref-daily.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <Cube><Cube time="2041-11-04">
                <Cube currency="USD" rate="1.25"/><Cube currency="SEK" rate="12.5"/>
                </Cube></Cube>
                </gesmes:Envelope>
                """);
        assertThat(entry.get("facts").get("new").asInt()).isEqualTo(2);
        JsonNode rate = rate("SEK", "2041-11-06", "USD", null);
        assertThat(rate.get("fx").toString())
                .isEqualTo("{\"status\":\"KNOWN\",\"rate\":\"0.1\",\"date\":\"2041-11-04\",\"source\":\"ECB\"}");
        assertThat(rate("EUR", "2041-11-04", "USD", null).get("fx").get("rate").asString())
                .isEqualTo("1.25");
    }

    @Test
    void without_a_currency_all_of_the_day_are_listed_by_pages() throws Exception {
        upload("july.csv", "Date,USD,JPY,GBP,CHF,SEK,\n2041-07-01,1.25,160,0.8,1,N/A,\n");
        String path = "/api/v1/fx-rates?date=2041-07-02&to=GBP";
        JsonNode page = get(path + "&page=1&size=2").json();
        assertThat(page.get("asOf").asString()).isEqualTo("2041-07-02");
        assertThat(page.get("to").asString()).isEqualTo("GBP");
        assertThat(page.get("page").asInt()).isEqualTo(1);
        JsonNode all = get(path + "&size=500").json();
        assertThat(all.get("items")).hasSize(all.get("total").asInt());
        assertThat(all.get("items").toString())
                .contains("{\"currency\":\"USD\",\"to\":\"GBP\",\"fx\":{\"status\":\"KNOWN\",\"rate\":\"0.64\"");
        Answer csv =
                send(request(path + "&size=500").header("Accept", "text/csv").build());
        assertThat(csv.text()).contains("USD,GBP,KNOWN,0.64,2041-07-01,ECB,REFERENCE");
    }

    @Test
    void the_same_references_again_change_nothing() throws Exception {
        String rates = "Date,USD,JPY,GBP,CHF,SEK,\n2041-09-02,1.2,150,0.8,0.9,12,\n";
        JsonNode first = upload("september.csv", rates);
        Answer again = upload("", "copy.csv", rates.getBytes(StandardCharsets.UTF_8));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first);
        JsonNode dry = upload("?dryRun=true", "copy.csv", rates.getBytes(StandardCharsets.UTF_8))
                .json();
        assertThat(dry.get("facts").get("new").asInt()).isZero();
        JsonNode other = upload(
                        "?dryRun=true", "other.csv", rates.replace("150", "151").getBytes(StandardCharsets.UTF_8))
                .json();
        assertThat(other.get("facts").get("new").asInt()).isEqualTo(5);
        assertThat(other.get("status").asString()).isEqualTo("PARSED");
    }

    @Test
    void what_is_wrong_is_a_problem_with_a_code() throws Exception {
        for (String query : new String[] {"currency=EURO", "date=2041", "size=0", "date=2041-01-01&asOf=2041-01-02"}) {
            Answer answer = get("/api/v1/fx-rates?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        }
        assertThat(get("/api/v1/fx-rates?account=ibkr:U0").status()).isEqualTo(404);
    }

    private JsonNode rate(String currency, String date, String to, @Nullable AccountId account) throws Exception {
        return get("/api/v1/fx-rates?currency=" + currency + "&date=" + date + "&to=" + to
                        + (account == null ? "" : "&account=" + account))
                .json();
    }

    private void tell(AccountId account, String... rows) throws Exception {
        byte[] content = (POSITIONS + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(upload(account.number() + ".csv", content, account).status()).isEqualTo(201);
    }

    private JsonNode upload(String name, String content) throws Exception {
        Answer answer = upload("", name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }
}
