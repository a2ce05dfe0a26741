package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Yields, the calendar, what is missing and what looks wrong. */
class DividendOutlookApiTest extends DividendsOverHttp {
    private static final String SUMMER = """
            ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            2031-07-01,USD,ALFA,100,16,1600,640,1,US000000AA16
            """;

    @Test
    void an_old_date_shows_the_yield_of_that_date() throws Exception {
        tell("U7300005", POSITIONS, QUARTERS);
        String instrument = "/dividends/instruments/US000000AA16?currency=USD&account=ibkr:U7300005&asOf=";
        JsonNode end = ask(instrument + "2031-12-31");
        assertThat(end.get("frequency").asString()).isEqualTo("QUARTERLY");
        assertThat(end.get("trailingTwelveMonths").get("perShare").asString()).isEqualTo("0.9");
        assertThat(new BigDecimal(end.get("declaredRate").get("perYear").asString()))
                .isEqualByComparingTo("1");
        assertThat(new BigDecimal(end.get("currentYield").asString())).isEqualByComparingTo("10");
        assertThat(new BigDecimal(end.get("yieldOnCost").asString())).isEqualByComparingTo("12.5");
        assertThat(new BigDecimal(end.get("projectedAnnual").asString())).isEqualByComparingTo("100");
        JsonNode summer = ask(instrument + "2031-07-01");
        assertThat(summer.get("trailingTwelveMonths").get("perShare").asString())
                .isEqualTo("0.4");
        assertThat(new BigDecimal(summer.get("declaredRate").get("perYear").asString()))
                .isEqualByComparingTo("0.8");
        assertThat(summer.get("currentYield").isNull()).isTrue();
        AccountId account = AccountId.parse("ibkr:U7300005");
        assertThat(upload("summer.csv", SUMMER.getBytes(StandardCharsets.UTF_8), account)
                        .status())
                .isEqualTo(201);
        JsonNode held = ask(instrument + "2031-07-01");
        assertThat(new BigDecimal(held.get("currentYield").asString())).isEqualByComparingTo("5");
        assertThat(new BigDecimal(held.get("yieldOnCost").asString())).isEqualByComparingTo("12.5");
        assertThat(new BigDecimal(
                        ask(instrument + "2031-12-31").get("currentYield").asString()))
                .isEqualByComparingTo("10");
        assertThat(get("/api/v1/dividends/instruments/FI0000000011?account=ibkr:U7300005")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_calendar_shows_what_came_and_what_would_come_also_as_icalendar() throws Exception {
        tell("U7300006", POSITIONS, QUARTERS);
        String calendar = "/dividends/calendar?account=ibkr:U7300006&asOf=2031-12-31&from=2031-06-01&to=2032-06-30";
        JsonNode items = ask(calendar).get("items");
        assertThat(each(items, "payDate"))
                .containsExactly("2031-06-25", "2031-09-25", "2031-12-25", "2032-03-25", "2032-06-25");
        assertThat(each(items, "status")).containsExactly("PAID", "PAID", "PAID", "ESTIMATED", "ESTIMATED");
        assertThat(items.get(0).get("gross").get("amount").asString()).isEqualTo("20");
        Answer text = send(
                request("/api/v1" + calendar).header("Accept", "text/calendar").build());
        assertThat(text.header("Content-Type")).startsWith("text/calendar");
        assertThat(text.text())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20320325\r\n", "SUMMARY:ALFA dividend 20 USD\r\n")
                .endsWith("END:VCALENDAR\r\n");
        JsonNode forecast = ask("/dividends/forecast?months=6&account=ibkr:U7300006&asOf=2031-12-31");
        assertThat(each(forecast.get("items"), "status")).containsExactly("PAID", "ESTIMATED");
        assertThat(forecast.get("totals")).hasSize(6);
    }

    @Test
    void what_is_missing_and_what_looks_wrong_name_their_rows() throws Exception {
        tell("U7300007", POSITIONS, QUARTERS);
        JsonNode missing =
                ask("/dividends/missing?account=ibkr:U7300007&asOf=2031-12-31").get("items");
        assertThat(each(missing, "kind")).contains("TAXED_OTHERWISE");
        assertThat(missing.get(0).get("sources")).isNotEmpty();
        JsonNode checks = ask("/dividends/checks?account=ibkr:U7300007&currency=SEK&asOf=2031-12-31")
                .get("items");
        assertThat(each(checks, "check")).contains("MISSING_FX");
        Answer csv = send(request("/api/v1/dividends/checks?account=ibkr:U7300007&currency=SEK&asOf=2031-12-31")
                .header("Accept", "text/csv")
                .build());
        List<String> rows = csv.text().lines().toList();
        JsonNode source = checks.get(0).get("sources").get(0);
        assertThat(rows.getFirst()).endsWith("account,payment,payDate,gross,currency,file,line");
        assertThat(rows.get(1))
                .startsWith(checks.get(0).get("check").asString() + ",")
                .contains(",ibkr:U7300007,", ",2031-03-25,20,USD,")
                .endsWith(source.get("fileId").asString() + ","
                        + source.get("line").asInt());
        long lines = checks.valueStream()
                .mapToLong(item -> item.get("sources").size())
                .sum();
        assertThat(rows).hasSize(1 + (int) lines);
        assertThat(rowsOf("/dividends/missing?account=ibkr:U7300007&asOf=2031-12-31"))
                .containsExactlyElementsOf(missing.valueStream()
                        .flatMap(item -> item.get("sources")
                                .valueStream()
                                .map(line -> line.get("fileId").asString() + ","
                                        + line.get("line").asInt()))
                        .toList());
    }

    @Test
    void what_is_missing_follows_every_report_until_its_day_and_no_later_one() throws Exception {
        tell("U7300016", POSITIONS, QUARTERS);
        String missing = "/dividends/missing?account=ibkr:U7300016&asOf=2032-06-30";
        assertThat(each(ask(missing).get("items"), "kind")).doesNotContain("LATE");

        String spring = held("2032-03-24");
        held("2032-06-30");
        JsonNode late = ask(missing).get("items");
        assertThat(each(late, "kind")).contains("LATE");

        held("2032-12-31");
        assertThat(ask(missing).get("items")).isEqualTo(late);

        Answer retracted = send(request("/api/v1/imports/" + spring + "/retraction")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"sent by mistake\"}"))
                .build());
        assertThat(retracted.status()).as(retracted.text()).isLessThan(300);
        assertThat(each(ask(missing).get("items"), "kind")).doesNotContain("LATE");
    }

    /** A report of that day; its file. */
    private String held(String day) throws Exception {
        Answer answer = upload(
                "held.csv",
                SUMMER.replace("2031-07-01", day).getBytes(StandardCharsets.UTF_8),
                AccountId.parse("ibkr:U7300016"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("fileId").asString();
    }

    /** The file and the line at the end of each row of a table. */
    private List<String> rowsOf(String path) throws Exception {
        Answer csv = send(request("/api/v1" + path).header("Accept", "text/csv").build());
        List<String> rows = csv.text().lines().toList();
        assertThat(rows.getFirst()).endsWith(",difference,file,line");
        return rows.stream()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',', row.lastIndexOf(',') - 1) + 1))
                .toList();
    }

    @Test
    void a_payer_that_stopped_while_it_was_held_is_projected_no_more_and_a_code_says_why() throws Exception {
        tell("U7300032", POSITIONS, """
                Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
                Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
                Trades,Data,Order,Stocks,USD,ALFA,"2031-01-03, 10:30:00",100,8,8,-800,0,800,0,0,O
                Dividends,Header,Currency,Date,Description,Amount
                Dividends,Data,USD,2031-01-15,ALFA(US000000AA16) Cash Dividend USD 0.1 per Share (Ordinary Dividend),10
                Dividends,Data,USD,2031-02-15,ALFA(US000000AA16) Cash Dividend USD 0.1 per Share (Ordinary Dividend),10
                """);
        JsonNode alfa = ask("/dividends/instruments/US000000AA16?account=ibkr:U7300032&asOf=2031-12-31");
        assertThat(alfa.get("projectedAnnual").isNull()).isTrue();
        assertThat(alfa.get("missing").get("projectedAnnual").asString()).isEqualTo("RATE_LAPSED");
        String from = "&from=2032-01-01&to=2032-06-30";
        assertThat(ask("/dividends/calendar?account=ibkr:U7300032&asOf=2031-12-31" + from)
                        .get("items"))
                .isEmpty();
    }

    @Test
    void twelve_months_without_a_rate_are_no_zero_and_payments_in_a_row_without_one_are_one_finding() throws Exception {
        tell("U7300013", POSITIONS, QUARTERS);
        JsonNode alfa = ask("/dividends/instruments/US000000AA16?currency=SEK&account=ibkr:U7300013&asOf=2031-12-31");
        JsonNode money = alfa.get("trailingTwelveMonths").get("inReportingCurrency");
        assertThat(List.of(money.get("gross"), money.get("withholdingTax"), money.get("net")))
                .allMatch(JsonNode::isNull);
        assertThat(money.get("unresolved")).hasSize(5);
        assertThat(alfa.get("missing")
                        .get("trailingTwelveMonths.inReportingCurrency")
                        .asString())
                .isEqualTo("MISSING_FX");
        assertThat(alfa.get("trailingTwelveMonths").get("perShare").asString()).isEqualTo("0.9");
        JsonNode checks = ask("/dividends/checks?currency=SEK&account=ibkr:U7300013&asOf=2031-12-31")
                .get("items");
        assertThat(checks.valueStream()
                        .filter(item -> item.get("check").asString().equals("MISSING_FX")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.get("message").asString())
                            .isEqualTo("no rate from USD to SEK for 5 payments from 2031-03-25 to 2031-12-25");
                    assertThat(item.get("payments")).hasSize(5);
                    assertThat(item.get("sources")).hasSize(9);
                });
    }

    /** A page is read by its own events only; the whole list is read at once. */
    @Test
    void pages_of_the_calendar_are_parts_of_the_whole() throws Exception {
        tell("U7300012", POSITIONS, QUARTERS);
        String path = "/dividends/calendar?from=2031-01-01&to=2032-12-31&asOf=2031-12-31&account=ibkr:U7300012";
        List<JsonNode> whole =
                ask(path + "&size=500").get("items").valueStream().toList();
        List<JsonNode> paged = new ArrayList<>();
        for (int page = 0; page * 2 < whole.size(); page++) {
            JsonNode answer = ask(path + "&size=2&page=" + page);
            assertThat(answer.get("total").asInt()).isEqualTo(whole.size());
            answer.get("items").valueStream().forEach(paged::add);
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(whole.stream().map(item -> item.get("status").asString()).distinct())
                .containsExactly("PAID", "ESTIMATED");
        Answer csv = send(request("/api/v1" + path).header("Accept", "text/csv").build());
        assertThat(csv.text().lines().skip(1).map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))))
                .containsExactlyElementsOf(whole.stream()
                        .map(item -> item.get("status").asString() + ","
                                + item.get("payDate").asString())
                        .toList());
    }
}
