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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every test has a broker, symbols and, where it decides on them, ISINs of its own. */
class InstrumentsApiTest extends RunningProgram {
    private static final String API = "/api/v1/instruments";
    private static final String HEADER =
            "ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisMoney,AssetClass,"
                    + "FXRateToBase,ISIN,Conid\n";

    private void tell(AccountId account, String... rows) throws Exception {
        byte[] content = (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(upload(account.number() + ".csv", content, account).status()).isBetween(200, 201);
    }

    private Answer post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private JsonNode holdings(AccountId... accounts) throws Exception {
        StringBuilder path = new StringBuilder("/api/v1/holdings?currency=EUR&asOf=2031-03-31");
        for (AccountId account : accounts) {
            path.append("&account=").append(account);
        }
        return get(path.toString()).json().get("items");
    }

    @Test
    void one_instrument_that_accounts_name_in_three_ways_is_one_holding_and_history_stays_as_told() throws Exception {
        AccountId full = AccountId.parse("ways:1");
        AccountId bySymbol = AccountId.parse("ways:2");
        AccountId byNumber = AccountId.parse("waysother:3");
        tell(full, "2031-03-03,EUR,WAYS,WAYS OYJ,10,2,20,10,STK,1,FI0000001001,910000001");
        tell(bySymbol, "2031-03-03,EUR,WAYS,,1,2,2,1,STK,1,,");
        tell(byNumber, "2031-03-03,EUR,WYS,,5,2,10,5,STK,1,,910000001");
        JsonNode items = holdings(full, bySymbol, byNumber);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("isin").asString()).isEqualTo("FI0000001001");
        assertThat(items.get(0).get("quantity").asString()).isEqualTo("16");
        JsonNode told =
                get("/api/v1/accounts/" + bySymbol + "/snapshots/2031-03-03").json();
        assertThat(told.get("positions").get(0).get("isin").isNull()).isTrue();

        JsonNode ways = get(API + "/FI0000001001").json();
        assertThat(ways.get("isin").asString()).isEqualTo("FI0000001001");
        assertThat(ways.get("name").asString()).isEqualTo("WAYS OYJ");
        assertThat(ways.get("currency").asString()).isEqualTo("EUR");
        assertThat(ways.get("accounts")).hasSize(3);
        assertThat(ways.get("aliasCount").asInt()).isEqualTo(ways.get("aliases").size());
        assertThat(ways.get("aliases")
                        .valueStream()
                        .map(alias -> alias.get("kind").asString() + " "
                                + alias.get("value").asString() + " "
                                + alias.get("from").asString()))
                .contains("CONID 910000001 2031-03-03", "SYMBOL WAYS 2031-03-03", "SYMBOL WYS 2031-03-03");
        assertThat(ways.get("sources").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(get(API + "?size=500").text()).contains("\"instrument\":\"isin:FI0000001001\"");
        assertThat(get(API + "?size=500&asOf=2031-03-03").text()).contains("\"instrument\":\"isin:FI0000001001\"");
        assertThat(get(API + "?size=500&asOf=2031-03-02").text()).doesNotContain("isin:FI0000001001");
        assertThat(get(API + "/FI0000001001?asOf=2031-03-03").json().get("aliases"))
                .isEqualTo(ways.get("aliases"));
        problem("/FI0000001001?asOf=2031-03-02", 404, "UNKNOWN_INSTRUMENT");
    }

    @Test
    void a_symbol_of_two_is_a_question_until_a_person_decides_and_again_after_the_decision_is_taken_back()
            throws Exception {
        AccountId account = AccountId.parse("twice:1");
        AccountId waiting = AccountId.parse("twice:2");
        tell(
                account,
                "2031-03-03,EUR,TWICE,TWICE A,10,2,20,10,STK,1,FI0000001019,",
                "2031-03-03,EUR,TWICE,TWICE B,10,2,20,10,STK,1,FI0000001027,");
        tell(waiting, "2031-03-03,EUR,TWICE,,3,2,6,3,STK,1,,");
        assertThat(holdings(waiting).get(0).get("isin").isNull()).isTrue();
        assertThat(question()).isTrue();

        String decision = """
                {"identify":{"alias":{"kind":"SYMBOL","value":"TWICE","broker":"twice"},"isin":"FI0000001027",
                 "from":"2031-01-01"},"reason":"the contract note says B"}""";
        Answer made = post(API + "/decisions", decision);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String location = made.header("Location");
        assertThat(get(location).json().get("reason").asString()).isEqualTo("the contract note says B");
        assertThat(holdings(waiting).get(0).get("isin").asString()).isEqualTo("FI0000001027");
        assertThat(question()).isFalse();
        assertThat(post(API + "/decisions", decision).status()).isEqualTo(200);
        Answer other = post(API + "/decisions", decision.replace("FI0000001027", "FI0000001019"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("DECISION_CONFLICT");
        String before = made.json().get("recordedAt").asString();
        assertThat(post(location + "/withdrawal", "{\"reason\":\"a misprint\"}").status())
                .isEqualTo(200);
        assertThat(holdings(waiting).get(0).get("isin").isNull()).isTrue();
        assertThat(get(location).json().get("withdrawal").asString()).isEqualTo("a misprint");
        assertThat(get("/api/v1/holdings?asOf=2031-03-31&knownAt=" + before + "&account=" + waiting)
                        .json()
                        .get("items")
                        .get(0)
                        .get("isin")
                        .asString())
                .isEqualTo("FI0000001027");
        assertThat(post(location + "/withdrawal", "{}").json().get("code").asString())
                .isEqualTo("DECISION_WITHDRAWN");
    }

    private boolean question() throws Exception {
        return get(API + "/questions?size=500").text().contains("\"value\":\"TWICE\"");
    }

    private static final String TRADES =
            "ISIN,Conid,Symbol,CurrencyPrimary,FXRateToBase,TradeID,TradeDate,Quantity,TradePrice,Taxes,Buy/Sell,"
                    + "ListingExchange\n";

    private void trades(AccountId account, String row) throws Exception {
        byte[] content = (TRADES + row + "\n").getBytes(StandardCharsets.UTF_8);
        Answer answer = upload(account.number() + ".csv", content, account);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    private JsonNode ledger(String path, AccountId account) throws Exception {
        return get("/api/v1" + path + "&account=" + account).json().get("items");
    }

    @Test
    void what_one_file_names_by_number_and_another_by_isin_is_one_position_of_the_ledger() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7500001");
        trades(account, ",910000101,,USD,1,1001,20310103,10,9,0,BUY,NYSE");
        trades(account, "FI0000001076,910000101,NUMB,USD,1,1002,20320105,-4,11,0,SELL,NYSE");

        JsonNode gain = ledger("/realized-gains?isin=FI0000001076", account).get(0);
        assertThat(gain.get("gain").get("amount").asString()).isEqualTo("8");
        JsonNode items = ledger("/transactions?isin=FI0000001076", account);
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("isin").asString()).isEqualTo("FI0000001076");
        assertThat(items.get(0).get("toldIsin").isNull()).isTrue();
    }

    @Test
    void a_decision_shows_in_the_ledger_at_the_next_question_and_after_a_rebuild_and_not_in_the_past()
            throws Exception {
        AccountId account = AccountId.parse("ibkr:U7500002");
        trades(account, "FI0000001084,,OLDNAME,USD,1,2001,20310103,10,9,0,BUY,NYSE");
        trades(account, "FI0000001092,,NEWNAME,USD,1,2002,20320105,-4,11,0,SELL,NYSE");
        assertThat(ledger("/realized-gains?year=2032", account)
                        .get(0)
                        .get("gain")
                        .isNull())
                .isTrue();
        String before = get("/api/v1/transactions?account=" + account)
                .json()
                .get("knownAt")
                .asString();

        Answer made = post(API + "/decisions", "{\"merge\":{\"from\":\"FI0000001084\",\"into\":\"FI0000001092\"}}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode gains = ledger("/realized-gains?year=2032", account);
        assertThat(gains.get(0).get("gain").get("amount").asString()).isEqualTo("8");
        JsonNode items = ledger("/transactions?isin=FI0000001092", account);
        assertThat(items).hasSize(2).isEqualTo(ledger("/transactions?isin=FI0000001084", account));
        assertThat(items.get(0).get("isin").asString()).isEqualTo("FI0000001092");
        assertThat(items.get(0).get("toldIsin").asString()).isEqualTo("FI0000001084");
        assertThat(ledger("/realized-gains?knownAt=" + before, account)
                        .get(0)
                        .get("gain")
                        .isNull())
                .isTrue();
        assertThat(ledger("/transactions?isin=FI0000001092&knownAt=" + before, account))
                .hasSize(1);

        Answer rebuild = post("/api/v1/admin/projections/transactions/rebuild?accept=auto", "{}");
        String location = rebuild.header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(location).json().get("status").asString().equals("ACCEPTED"));
        assertThat(ledger("/realized-gains?year=2032", account)).isEqualTo(gains);
        assertThat(ledger("/transactions?isin=FI0000001092", account)).isEqualTo(items);

        assertThat(post(made.header("Location") + "/withdrawal", "{}").status()).isEqualTo(200);
        assertThat(ledger("/realized-gains?year=2032", account)
                        .get(0)
                        .get("gain")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_isin_that_became_another_is_one_holding_after_a_merge() throws Exception {
        AccountId account = AccountId.parse("merged:1");
        AccountId other = AccountId.parse("merged:2");
        tell(account, "2031-03-03,EUR,OLD,OLD OYJ,10,2,20,10,STK,1,FI0000001035,");
        tell(other, "2031-03-03,EUR,NEW,NEW OYJ,1,2,2,1,STK,1,FI0000001043,");
        assertThat(holdings(account, other)).hasSize(2);

        Answer made = post(API + "/decisions", "{\"merge\":{\"from\":\"FI0000001035\",\"into\":\"FI0000001043\"}}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode items = holdings(account, other);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("symbol").asString()).isEqualTo("NEW");
        assertThat(items.get(0).get("quantity").asString()).isEqualTo("11");

        JsonNode merged = get(API + "/FI0000001035").json();
        assertThat(merged.get("asked").asString()).isEqualTo("FI0000001035");
        assertThat(merged.get("isin").asString()).isEqualTo("FI0000001043");
        assertThat(post(API + "/decisions", "{\"merge\":{\"from\":\"FI0000001043\",\"into\":\"FI0000001035\"}}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("MERGE_CIRCLE");
    }

    @Test
    void a_file_of_aliases_decides_and_what_it_says_no_longer_is_taken_back() throws Exception {
        AccountId account = AccountId.parse("listed:1");
        tell(account, "2031-03-03,EUR,LISTED,,3,2,6,3,STK,1,,");
        Path file = HOME.resolve("instruments.yaml");
        Files.writeString(file, """
                - isin: FI0000001050
                  aliases:
                    - { symbol: LISTED, broker: listed }
                """);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> holdings(account).get(0).get("isin").asString("").equals("FI0000001050"));
        JsonNode alias = get(API + "/FI0000001050").json().get("aliases").get(0);
        assertThat(alias.get("origin").asString()).isEqualTo("DECIDED");
        JsonNode source = alias.get("sources").get(0);
        assertThat(source.get("line").asInt()).isEqualTo(3);
        String content = "/api/v1/imports/" + source.get("fileId").asString() + "/content";
        assertThat(get(content).text()).isEqualTo(Files.readString(file));
        String decision = API + "/decisions/" + alias.get("decision").asInt();
        assertThat(post(decision + "/withdrawal", "{}").json().get("code").asString())
                .isEqualTo("DECISION_OF_FILE");
        Files.delete(file);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> holdings(account).get(0).get("isin").isNull());
        assertThat(get(decision).json().get("withdrawnAt").asString()).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                                        | BAD_DECISION",
                "{\"merge\":{\"from\":\"US000000AA17\",\"into\":\"US000000BB22\"}}                         | BAD_ISIN",
                "{\"merge\":{\"from\":\"US000000AA16\",\"into\":\"US000000AA16\"}}                         | BAD_DECISION",
                "{\"identify\":{\"isin\":\"US000000AA16\"}}                                                | BAD_DECISION",
                "{\"identify\":{\"alias\":{\"kind\":\"SYMBOL\",\"value\":\"A\"},\"isin\":\"US000000AA16\"}} | BAD_DECISION",
            })
    void what_cannot_be_decided_is_a_problem(String json, String code) throws Exception {
        Answer answer = post(API + "/decisions", json);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void what_is_unknown_or_wrong_is_a_problem_with_a_code() throws Exception {
        problem("/FI0000001068", 404, "UNKNOWN_INSTRUMENT");
        problem("/US000000AA17", 400, "BAD_PARAMETER");
        problem("/decisions/99999", 404, "UNKNOWN_DECISION");
        problem("?size=501", 400, "BAD_PARAMETER");
        problem("/questions?page=-1", 400, "BAD_PARAMETER");
        assertThat(post(API + "/decisions/99999/withdrawal", "{}").status()).isEqualTo(404);
        assertThat(post(API + "/decisions", "{").status()).isEqualTo(400);
        assertThat(post(API + "/decisions", "{\"identify\":{\"alias\":{\"kind\":\"WISH\"}}}")
                        .status())
                .isEqualTo(400);
    }

    private void problem(String path, int status, String code) throws Exception {
        Answer answer = get(API + path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).as(path).isEqualTo(code);
    }

    @Test
    void instruments_and_questions_can_be_had_as_csv() throws Exception {
        for (String path : new String[] {"", "/questions", "/decisions"}) {
            Answer csv = send(request(API + path).header("Accept", "text/csv").build());
            assertThat(csv.header("Content-Type")).as(path).startsWith("text/csv");
            assertThat(csv.text()).as(path).contains("isin");
        }
    }
}
