package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that tell one account's year, spoken to over HTTP. Every test has an account of its own. */
class LedgerApiTest extends RunningProgram {
    private static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2031 - January 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,100001,US000000AA16,1
            """;
    private static final String TRADES = """
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            """;
    private static final String BOUGHT = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-01-10, 10:30:00",100,9.8,9.9,-980,-1,981,0,10,O
            """;
    private static final String SOLD = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-01-20, 11:00:00",-50,10.2,10.1,510,-1,-490.5,18.5,5,C
            """;
    private static final String CONVERTED = """
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,,Proceeds,\
            Comm in EUR,,,MTM in EUR,Code
            Trades,Data,Order,Forex,USD,EUR.USD,"2031-01-09, 09:00:00",-1600,1.19,,1904,-1.7,,,0.5,
            """;
    private static final String MONEY = """
            Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
            Deposits & Withdrawals,Data,EUR,2031-01-05,Electronic Fund Transfer,2000
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-01-25,ALFA(US000000AA16) Cash Dividend USD 0.5 per Share (Ordinary Dividend),25
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-01-25,ALFA(US000000AA16) Cash Dividend USD 0.5 per Share - US Tax,-3.75,
            """;
    private static final String CASH = """
            Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures
            Cash Report,Data,Starting Cash,USD,0,0,0
            Cash Report,Data,Ending Cash,USD,1453.25,1453.25,0
            """;

    private static String january(String number, String... sections) {
        return HEAD.replace("U0000001", number) + String.join("", sections);
    }

    private Answer tell(String text) throws Exception {
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private JsonNode items(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items");
    }

    private static List<String> each(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }

    @Test
    void the_ledger_stands_by_day_with_every_kind_of_fact() throws Exception {
        tell(january("U7200001", TRADES, BOUGHT, SOLD, CONVERTED, MONEY));
        JsonNode page = get("/api/v1/transactions?account=ibkr:U7200001").json();
        JsonNode items = page.get("items");

        assertThat(page.get("total").asInt()).isEqualTo(6);
        assertThat(page.get("asOf").isNull()).isTrue();
        assertThat(page.get("knownAt").asString()).endsWith("Z");
        assertThat(each(items, "kind"))
                .containsExactly("DEPOSIT", "FX_CONVERSION", "TRADE", "TRADE", "DIVIDEND", "WITHHOLDING_TAX");
        JsonNode sold = items.get(3);
        assertThat(sold.get("factId").asString()).matches("[0-9a-f]{32}");
        assertThat(sold.get("account").asString()).isEqualTo("ibkr:U7200001");
        assertThat(sold.get("tradeDate").asString()).isEqualTo("2031-01-20");
        assertThat(sold.get("isin").asString()).isEqualTo("US000000AA16");
        assertThat(sold.get("symbol").asString()).isEqualTo("ALFA");
        assertThat(sold.get("quantity").asString()).isEqualTo("-50");
        assertThat(sold.get("price").asString()).isEqualTo("10.2");
        assertThat(sold.get("amount").toString()).isEqualTo("{\"amount\":\"509\",\"currency\":\"USD\"}");
        assertThat(sold.get("fee").toString()).isEqualTo("{\"amount\":\"-1\",\"currency\":\"USD\"}");
        assertThat(sold.get("fx").get("status").asString()).isEqualTo("MISSING");
        assertThat(sold.get("inReportingCurrency").toString()).isEqualTo("{\"currency\":\"EUR\",\"amount\":null}");
        assertThat(sold.get("sources").get(0).get("fileId").asString()).hasSize(64);
        assertThat(sold.get("sources").get(0).get("line").asInt()).isEqualTo(11);
        assertThat(items.get(1).get("counterAmount").toString())
                .isEqualTo("{\"amount\":\"1904\",\"currency\":\"USD\"}");
        assertThat(items.get(0).get("inReportingCurrency").get("amount").asString())
                .isEqualTo("2000");
        assertThat(items.get(5).get("amount").get("amount").asString()).isEqualTo("-3.75");
    }

    @Test
    void the_ledger_is_narrowed_down_by_kind_day_instrument_and_page() throws Exception {
        tell(january("U7200002", TRADES, BOUGHT, SOLD, CONVERTED, MONEY));
        String all = "/transactions?account=ibkr:U7200002";

        assertThat(each(items(all + "&kind=DIVIDEND&kind=WITHHOLDING_TAX"), "kind"))
                .containsExactly("DIVIDEND", "WITHHOLDING_TAX");
        assertThat(each(items(all + "&from=2031-01-10&to=2031-01-20"), "tradeDate"))
                .containsExactly("2031-01-10", "2031-01-20");
        assertThat(items(all + "&isin=US000000AA16")).hasSize(4);
        assertThat(items(all + "&isin=FI0000000011")).isEmpty();
        assertThat(items(all + "&asOf=2031-01-09")).hasSize(2);
        assertThat(items(all + "&asOf=2031-01-09&to=2031-01-31")).hasSize(2);
        JsonNode second = get("/api/v1" + all + "&page=1&size=4").json();
        assertThat(each(second.get("items"), "kind")).containsExactly("DIVIDEND", "WITHHOLDING_TAX");
        assertThat(second.get("total").asInt()).isEqualTo(6);
    }

    @Test
    void what_two_files_tell_is_one_item_with_both_sources_and_the_past_knows_only_the_first() throws Exception {
        tell(january("U7200003", TRADES, BOUGHT));
        JsonNode before = get("/api/v1/transactions?account=ibkr:U7200003").json();
        Thread.sleep(20);
        tell(january("U7200003", TRADES, BOUGHT, SOLD, MONEY));

        String then = "&knownAt=" + before.get("knownAt").asString();
        JsonNode now = items("/transactions?account=ibkr:U7200003&kind=TRADE");
        assertThat(now).hasSize(2);
        assertThat(now.get(0).get("sources")).hasSize(2);
        assertThat(now.get(0).get("factId"))
                .isEqualTo(before.get("items").get(0).get("factId"));
        assertThat(items("/transactions?account=ibkr:U7200003" + then)).isEqualTo(before.get("items"));
        assertThat(items("/realized-gains?account=ibkr:U7200003" + then)).isEmpty();
        assertThat(each(items("/cash?asOf=2031-01-31&account=ibkr:U7200003" + then), "balance"))
                .containsExactly("-981");
        assertThat(items("/transactions?account=ibkr:U7200003&knownAt=2000-01-01T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void cash_stands_beside_what_the_broker_printed() throws Exception {
        tell(january("U7200004", TRADES, BOUGHT, SOLD, CONVERTED, MONEY, CASH));
        JsonNode page =
                get("/api/v1/cash?asOf=2031-02-15&account=ibkr:U7200004").json();
        JsonNode euros = page.get("items").get(0);
        JsonNode dollars = page.get("items").get(1);

        assertThat(page.get("asOf").asString()).isEqualTo("2031-02-15");
        assertThat(euros.get("currency").asString()).isEqualTo("EUR");
        assertThat(euros.get("balance").asString()).isEqualTo("398.3");
        assertThat(euros.get("printed").isNull()).isTrue();
        assertThat(euros.get("difference").isNull()).isTrue();
        assertThat(dollars.get("balance").asString()).isEqualTo("1453.25");
        assertThat(dollars.get("printed").get("balance").asString()).isEqualTo("1453.25");
        assertThat(dollars.get("printed").get("asOf").asString()).isEqualTo("2031-01-31");
        assertThat(dollars.get("printed").get("fileId").asString()).hasSize(64);
        assertThat(dollars.get("difference").asString()).isEqualTo("0");
        assertThat(page.get("totals").get("balance").asString()).isEqualTo("398.3");
        assertThat(page.get("unresolved").get(0).get("currency").asString()).isEqualTo("USD");
        JsonNode earlier = items("/cash?asOf=2031-01-10&account=ibkr:U7200004");
        assertThat(each(earlier, "balance")).containsExactly("398.3", "923");
        assertThat(earlier.get(1).get("printed").get("asOf").asString()).isEqualTo("2030-12-31"); // the starting cash
        assertThat(items("/cash?asOf=2030-06-30&account=ibkr:U7200004")).isEmpty();
    }

    @Test
    void a_sale_tells_its_lots_its_gain_and_the_brokers() throws Exception {
        tell(january("U7200005", TRADES, BOUGHT, SOLD));
        JsonNode gain = items("/realized-gains?year=2031&account=ibkr:U7200005").get(0);

        assertThat(gain.get("date").asString()).isEqualTo("2031-01-20");
        assertThat(gain.get("quantity").asString()).isEqualTo("50");
        assertThat(gain.get("proceeds").get("amount").asString()).isEqualTo("509");
        assertThat(gain.get("cost").get("amount").asString()).isEqualTo("490.5");
        assertThat(gain.get("gain").toString()).isEqualTo("{\"amount\":\"18.5\",\"currency\":\"USD\"}");
        assertThat(gain.get("lots").toString())
                .isEqualTo("[{\"date\":\"2031-01-10\",\"quantity\":\"50\","
                        + "\"cost\":{\"amount\":\"490.5\",\"currency\":\"USD\"}}]");
        assertThat(gain.get("brokerStated").get("amount").asString()).isEqualTo("18.5");
        assertThat(gain.get("unknown").isNull()).isTrue();
        assertThat(gain.get("sources")).hasSize(1);
        assertThat(items("/realized-gains?year=2030&account=ibkr:U7200005")).isEmpty();
        assertThat(items("/realized-gains?method=AVERAGE&isin=US000000AA16&account=ibkr:U7200005"))
                .hasSize(1);
    }

    @Test
    void a_sale_of_units_that_never_came_has_no_gain_and_says_why_until_a_file_tells() throws Exception {
        tell(january("U7200006", TRADES, SOLD));
        JsonNode gain = items("/realized-gains?account=ibkr:U7200006").get(0);
        assertThat(gain.get("gain").isNull()).isTrue();
        assertThat(gain.get("cost").isNull()).isTrue();
        assertThat(gain.get("unknown").asString()).isEqualTo("UNITS_NEVER_CAME");
        assertThat(gain.get("missing").asString()).isEqualTo("50");
        assertThat(gain.get("proceeds").get("amount").asString()).isEqualTo("509");

        tell(january("U7200006", TRADES, BOUGHT));
        JsonNode told = items("/realized-gains?account=ibkr:U7200006").get(0);
        assertThat(told.get("gain").get("amount").asString()).isEqualTo("18.5");
        assertThat(told.get("unknown").isNull()).isTrue();
    }

    @Test
    void a_table_can_be_had_as_csv() throws Exception {
        tell(january("U7200007", TRADES, BOUGHT, SOLD, CASH));
        assertThat(csv("/transactions?account=ibkr:U7200007"))
                .element(1)
                .asString()
                .contains("ibkr:U7200007,TRADE,2031-01-10,,US000000AA16,ALFA,", ",100,9.8,-981,USD,");
        assertThat(csv("/cash?asOf=2031-01-31&account=ibkr:U7200007"))
                .element(1)
                .asString()
                .startsWith("ibkr:U7200007,USD,-472,1453.25,2031-01-31,");
        assertThat(csv("/realized-gains?account=ibkr:U7200007"))
                .element(1)
                .asString()
                .contains("2031-01-20,FIFO,LONG,50,USD,509,490.5,18.5,,0,18.5,MISSING");
    }

    private List<String> csv(String path) throws Exception {
        Answer csv = send(request("/api/v1" + path).header("Accept", "text/csv").build());
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        return csv.text().lines().toList();
    }

    @Test
    void a_rebuilt_ledger_answers_the_same() throws Exception {
        tell(january("U7200008", TRADES, BOUGHT, SOLD, CONVERTED, MONEY, CASH));
        List<String> questions = List.of(
                "/transactions?account=ibkr:U7200008",
                "/cash?asOf=2031-01-31&account=ibkr:U7200008",
                "/realized-gains?account=ibkr:U7200008");
        List<JsonNode> before = List.of(items(questions.get(0)), items(questions.get(1)), items(questions.get(2)));
        Answer rebuild = send(request("/api/v1/admin/projections/transactions/rebuild?accept=auto")
                .POST(BodyPublishers.noBody())
                .build());
        String location = rebuild.header("Location");
        await().until(() -> get(location).json().get("status").asString().equals("ACCEPTED"));
        for (int i = 0; i < questions.size(); i++) {
            assertThat(items(questions.get(i))).isEqualTo(before.get(i));
        }
    }

    @Test
    void what_is_wrong_is_a_problem_with_a_code() throws Exception {
        for (String path : List.of("transactions", "cash", "realized-gains")) {
            problem(path + "?account=ibkr:U0", 404, "UNKNOWN_ACCOUNT");
            problem(path + "?account=U0", 400, "BAD_PARAMETER");
            problem(path + "?asOf=30.01.2031", 400, "BAD_PARAMETER");
            problem(path + "?knownAt=yesterday", 400, "BAD_PARAMETER");
            problem(path + "?currency=EURO", 400, "BAD_PARAMETER");
            problem(path + "?size=501", 400, "BAD_PARAMETER");
            problem(path + "?page=-1", 400, "BAD_PARAMETER");
        }
        problem("transactions?kind=GIFT", 400, "BAD_PARAMETER");
        problem("transactions?kind=", 400, "BAD_PARAMETER");
        problem("transactions?isin=US0", 400, "BAD_PARAMETER");
        problem("transactions?from=2031-02-01&to=2031-01-01", 400, "BAD_PARAMETER");
        problem("realized-gains?method=LIFO", 400, "BAD_PARAMETER");
        problem("realized-gains?year=twenty", 400, "BAD_PARAMETER");
        problem("realized-gains?year=99999", 400, "BAD_PARAMETER");
    }

    private void problem(String path, int status, String code) throws Exception {
        Answer answer = get("/api/v1/" + path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).as(path).isEqualTo(code);
    }
}
