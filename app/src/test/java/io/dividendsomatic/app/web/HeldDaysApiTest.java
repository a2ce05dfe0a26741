package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was held between the reports of a broker. */
class HeldDaysApiTest extends ToldLedger {
    private static final String NORDNET = String.join(
                    "\t",
                    List.of(
                            "Id",
                            "Kirjauspäivä",
                            "Kauppapäivä",
                            "Maksupäivä",
                            "Salkku",
                            "Tapahtumatyyppi",
                            "Arvopaperi",
                            "ISIN",
                            "Määrä",
                            "Kurssi",
                            "Korko",
                            "Kokonaiskulut",
                            "Valuutta",
                            "Summa",
                            "Valuutta",
                            "Hankinta-arvo",
                            "Valuutta",
                            "Tulos",
                            "Valuutta",
                            "Kokonaismäärä",
                            "Saldo",
                            "Vaihtokurssi",
                            "Tapahtumateksti",
                            "Mitätöintipäivä",
                            "Laskelma",
                            "Vahvistusnumero",
                            "Välityspalkkio",
                            "Valuutta",
                            "Viitevaluuttakurssi",
                            "Alkuperäinen korko"))
            + "\n";
    private static final String POSITIONS =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,"
                    + "ListingExchange,AssetClass,FXRateToBase,ISIN\n";
    private static final String ALFA = ",USD,ALFA,1000,10.5,10500,9.8,9800,NYSE,STK,0.84,US000000AA16\n";
    private static final String KUUSI = ",EUR,KUUSI,300,21.4,6420,18.9,5670,HEX,STK,1,FI0000000011\n";
    private static final String BOUGHT_ON_THE_4TH = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-03-04, 10:30:00",5,11,11,-55,-1,56,0,0,O
            """;

    private static String nordnet(String depot, String... rows) {
        return NORDNET + String.join("", rows).replace("DEPOT", depot);
    }

    private static String row(int id, String day, String type, String units, String price, String sum, String after) {
        String[] cells = new String[30];
        Arrays.fill(cells, "");
        List<String> first =
                List.of("50000" + id, day, day, day, "DEPOT", type, "Kuusi B", "FI0000000011", units, price, "", "9");
        for (int i = 0; i < first.size(); i++) {
            cells[i] = first.get(i);
        }
        cells[12] = "EUR";
        cells[13] = sum;
        cells[14] = "EUR";
        cells[19] = after;
        cells[25] = "70000" + id;
        return String.join("\t", cells) + "\n";
    }

    private static final String[] BOUGHT_TWICE_SOLD_ONCE = {
        row(1, "2031-01-07", "OSTO", "50", "20,5", "-1034", "50"),
        row(2, "2031-02-03", "OSTO", "50", "22", "-1109", "100"),
        row(3, "2031-03-04", "MYYNTI", "20", "24", "471", "80")
    };

    @Test
    void transactions_alone_give_holdings_for_every_day() throws Exception {
        tell("kuusi.csv", nordnet("10000071", BOUGHT_TWICE_SOLD_ONCE), null);
        String at = "/holdings?account=nordnet:10000071&asOf=";

        assertThat(items(at + "2031-01-06")).isEmpty();
        JsonNode january = items(at + "2031-01-20").get(0);
        assertThat(january.get("quantity").asString()).isEqualTo("50");
        assertThat(january.get("costBasis").asString()).isEqualTo("1034");
        assertThat(january.get("markPrice").isNull()).isTrue();
        assertThat(january.get("marketValue").isNull()).isTrue();
        assertThat(january.get("accounts").get(0).get("origin").asString()).isEqualTo("DERIVED");
        assertThat(january.get("accounts").get(0).get("asOf").asString()).isEqualTo("2031-01-07");
        assertThat(january.get("sources")).hasSize(1);
        JsonNode february = items(at + "2031-02-03").get(0);
        assertThat(february.get("quantity").asString()).isEqualTo("100");
        assertThat(february.get("costBasis").asString()).isEqualTo("2143");
        JsonNode june = items(at + "2031-06-01").get(0);
        assertThat(june.get("quantity").asString()).isEqualTo("80");
        assertThat(june.get("costBasis").asString()).isEqualTo("1729.4"); // the oldest went first
        assertThat(june.get("sources")).hasSize(3);

        JsonNode days = items("/accounts/nordnet:10000071/snapshots?asOf=2031-12-31");
        assertThat(each(days, "asOf")).containsExactly("2031-01-07", "2031-02-03", "2031-03-04");
        assertThat(each(days, "origin")).containsOnly("DERIVED");
        assertThat(days.get(0).get("fileId").isNull()).isTrue();
        JsonNode day = page("/accounts/nordnet:10000071/snapshots/2031-02-03");
        assertThat(day.get("positions").get(0).get("quantity").asString()).isEqualTo("100");
        assertThat(get("/api/v1/accounts/nordnet:10000071/snapshots/2031-02-04").status())
                .isEqualTo(404);
        JsonNode replay = page("/audit/accounts/nordnet:10000071/replay?asOf=2031-02-20");
        assertThat(replay.get("matchesSnapshot").asBoolean()).isTrue();
        assertThat(replay.get("snapshotAsOf").asString()).isEqualTo("2031-02-03");
        assertThat(replay.get("positions").get(0).get("costBasis").asString()).isEqualTo("2143");
        JsonNode account = items("/accounts?size=500&asOf=2031-12-31")
                .valueStream()
                .filter(item -> item.get("account").asString().equals("nordnet:10000071"))
                .findFirst()
                .orElseThrow();
        assertThat(account.get("firstDate").asString()).isEqualTo("2031-01-07");
        assertThat(account.get("lastDate").asString()).isEqualTo("2031-03-04");
        assertThat(each(items("/reports/reconciliation?account=nordnet:10000071&item=POSITION_QUANTITY"), "verdict"))
                .containsExactly("MATCH", "MATCH", "MATCH");
    }

    @Test
    void what_is_sold_is_gone_and_the_past_stays_as_it_was_known() throws Exception {
        tell("kuusi.csv", nordnet("10000072", BOUGHT_TWICE_SOLD_ONCE), null);
        String at = "/holdings?account=nordnet:10000072&asOf=2031-06-01";
        JsonNode before = page(at);
        Thread.sleep(20);
        tell("sold.csv", nordnet("10000072", row(4, "2031-04-01", "MYYNTI", "80", "25", "1991", "0")), null);

        assertThat(items(at)).isEmpty();
        assertThat(items(at + "&knownAt=" + before.get("knownAt").asString())).isEqualTo(before.get("items"));
        assertThat(each(items("/holdings?account=nordnet:10000072&asOf=2031-03-31"), "quantity"))
                .containsExactly("80");
        JsonNode days = items("/accounts/nordnet:10000072/snapshots?asOf=2031-12-31");
        assertThat(days).hasSize(4);
        assertThat(days.get(3).get("positions").asInt()).isZero();
    }

    @Test
    void a_report_holds_on_its_own_day_and_is_rolled_forward_after_it() throws Exception {
        String account = "ibkr:U7910001";
        tell("positions.csv", POSITIONS + "2031-03-03" + ALFA + "2031-03-03" + KUUSI, account);
        tell("trades.csv", STATEMENT.replace("U0000001", "U7910001") + BOUGHT_ON_THE_5TH, null);
        String at = "/holdings?account=" + account + "&asOf=2031-03-";

        JsonNode reported = items(at + "03");
        assertThat(each(reported, "marketValue")).containsExactly("10500", "6420");
        assertThat(each(items(at + "04"), "marketValue")).containsExactly("10500", "6420");
        JsonNode rolledPage = page(at + "05");
        JsonNode rolled = rolledPage.get("items");
        assertThat(each(rolled, "quantity")).containsExactly("1010", "300");
        assertThat(each(rolled, "costBasis")).containsExactly("9921", "5670");
        assertThat(rolled.get(0).get("marketValue").isNull()).isTrue();
        assertThat(rolled.get(1).get("markPrice").isNull()).isTrue();
        assertThat(rolled.get(0).get("accounts").get(0).get("asOf").asString()).isEqualTo("2031-03-05");
        assertThat(rolled.get(1).get("accounts").get(0).get("origin").asString())
                .isEqualTo("DERIVED");
        assertThat(rolled.get(0).get("sources")).hasSize(2);
        JsonNode replay = page("/audit/accounts/" + account + "/replay?asOf=2031-03-05");
        assertThat(replay.get("matchesSnapshot").asBoolean()).isTrue();
        assertThat(each(replay.get("positions"), "quantity")).containsExactlyInAnyOrder("1010", "300");
        Thread.sleep(20);

        tell("late.csv", STATEMENT.replace("U0000001", "U7910001") + BOUGHT_ON_THE_4TH, null);
        assertThat(each(items(at + "04"), "quantity")).containsExactly("1005", "300");
        assertThat(each(items(at + "05"), "quantity")).containsExactly("1015", "300");
        assertThat(items(at + "05&knownAt=" + rolledPage.get("knownAt").asString()))
                .isEqualTo(rolled);

        tell(
                "later.csv",
                POSITIONS + "2031-03-06" + ALFA.replace("1000,10.5,10500,9.8,9800", "1015,10.5,10657.5,9.83,9977")
                        + "2031-03-06" + KUUSI.replace(",300,", ",290,"),
                account);
        assertThat(each(items(at + "07"), "quantity")).containsExactly("1015", "290");
        assertThat(each(items("/accounts/" + account + "/snapshots?asOf=2031-12-31"), "origin"))
                .containsExactly("REPORTED", "DERIVED", "DERIVED", "REPORTED");
        JsonNode lines = items("/reports/reconciliation?item=POSITION_QUANTITY&from=2031-03-06&account=" + account);
        assertThat(each(lines, "symbol")).containsExactly("KUUSI", "ALFA");
        assertThat(each(lines, "verdict")).containsExactly("BREAK", "MATCH");
        assertThat(each(lines, "printed")).containsExactly("290", "1015");
        assertThat(each(lines, "ours")).containsExactly("300", "1015");
        assertThat(lines.get(0).get("difference").asString()).isEqualTo("-10");
        assertThat(lines.get(0).get("period").toString()).isEqualTo("{\"from\":\"2031-03-06\",\"to\":\"2031-03-06\"}");
        assertThat(each(
                        items("/reports/reconciliation?item=POSITION_COST&from=2031-03-06&account=" + account),
                        "verdict"))
                .containsExactly("MATCH", "MATCH");
        assertThat(each(items("/reports/reconciliation?to=2031-03-03&account=" + account), "verdict"))
                .containsOnly("NOT_STATED");
    }

    @Test
    void a_rebuilt_ledger_answers_the_same() throws Exception {
        tell("kuusi.csv", nordnet("10000073", BOUGHT_TWICE_SOLD_ONCE), null);
        List<String> questions = List.of(
                "/holdings?asOf=2031-06-01&account=nordnet:10000073",
                "/accounts/nordnet:10000073/snapshots?asOf=2031-12-31",
                "/reports/reconciliation?account=nordnet:10000073",
                "/reports/open-questions?account=nordnet:10000073");
        List<JsonNode> before = List.of(
                items(questions.get(0)), items(questions.get(1)), items(questions.get(2)), items(questions.get(3)));
        Answer rebuild = send(request("/api/v1/admin/projections/transactions/rebuild?accept=auto")
                .POST(BodyPublishers.noBody())
                .build());
        String location = rebuild.header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(location).json().get("status").asString().equals("ACCEPTED"));
        for (int i = 0; i < questions.size(); i++) {
            assertThat(items(questions.get(i))).isEqualTo(before.get(i));
        }
    }
}
