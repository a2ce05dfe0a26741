package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that tell one account's dividends, spoken to over HTTP. Every test has an account of its own. */
class DividendsApiTest extends RunningProgram {
    private static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2031 - December 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,USD
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,100001,US000000AA16,1
            """;
    private static final String POSITIONS = """
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,\
            Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,USD,ALFA,100,1,8,800,10,1000,200,
            """;
    private static final String QUARTERS = """
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share (Ordinary Dividend),20
            Dividends,Data,USD,2031-06-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share (Ordinary Dividend),12
            Dividends,Data,USD,2031-06-25,ALFA(US000000AA16) Payment in Lieu of Dividend (Ordinary Dividend),8
            Dividends,Data,USD,2031-09-25,ALFA(US000000AA16) Cash Dividend USD 0.25 per Share (Ordinary Dividend),25
            Dividends,Data,USD,2031-12-25,ALFA(US000000AA16) Cash Dividend USD 0.25 per Share (Ordinary Dividend),25
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,-3,
            Withholding Tax,Data,USD,2031-06-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,-1.8,
            Withholding Tax,Data,USD,2031-09-25,ALFA(US000000AA16) Cash Dividend USD 0.25 per Share - US Tax,-7.5,
            Withholding Tax,Data,USD,2031-12-25,ALFA(US000000AA16) Cash Dividend USD 0.25 per Share - US Tax,-3.75,
            """;
    private static final String SUMMER = """
            ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            2031-07-01,USD,ALFA,100,16,1600,640,1,US000000AA16
            """;
    private static final String CORRECTED = """
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,3,
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,-2,
            """;
    private static final String TWO_OF_A_DAY = """
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share (Ordinary Dividend),20
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.3 per Share (Ordinary Dividend),30
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend - US Tax,-7.5,
            """;

    private void tell(String number, String... sections) throws Exception {
        String text = HEAD.replace("U0000001", number) + String.join("", sections);
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private JsonNode ask(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> each(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }

    private static BigDecimal money(JsonNode item, String field) {
        return new BigDecimal(item.get(field).get("amount").asString());
    }

    @Test
    void an_ordinary_and_an_in_lieu_part_stand_beside_each_other_and_share_their_event() throws Exception {
        tell("U7300001", QUARTERS);
        JsonNode page = ask("/dividends?currency=USD&account=ibkr:U7300001");
        JsonNode items = page.get("items");

        assertThat(page.get("total").asInt()).isEqualTo(5);
        assertThat(page.get("asOf").isNull()).isTrue();
        assertThat(each(items, "payDate"))
                .containsExactly("2031-03-25", "2031-06-25", "2031-06-25", "2031-09-25", "2031-12-25");
        List<JsonNode> june = items.valueStream()
                .filter(item -> item.get("payDate").asString().equals("2031-06-25"))
                .toList();
        assertThat(june)
                .extracting(item -> item.get("kind").asString())
                .containsExactlyInAnyOrder("DIVIDEND", "PAYMENT_IN_LIEU");
        assertThat(june.get(0).get("paymentEventId")).isEqualTo(june.get(1).get("paymentEventId"));
        assertThat(june.stream().map(item -> money(item, "withholdingTax")).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1.8");
        JsonNode march = items.get(0);
        assertThat(march.get("isin").asString()).isEqualTo("US000000AA16");
        assertThat(march.get("gross").toString()).isEqualTo("{\"amount\":\"20\",\"currency\":\"USD\"}");
        assertThat(march.get("withholdingTax").toString()).isEqualTo("{\"amount\":\"3\",\"currency\":\"USD\"}");
        assertThat(march.get("net").toString()).isEqualTo("{\"amount\":\"17\",\"currency\":\"USD\"}");
        assertThat(march.get("perShare").asString()).isEqualTo("0.2");
        assertThat(march.get("reversed").asBoolean()).isFalse();
        assertThat(march.get("inReportingCurrency").get("net").asString()).isEqualTo("17");
        assertThat(march.get("sources")).hasSize(2);
        assertThat(ask("/dividends?account=ibkr:U7300001&from=2031-04-01&to=2031-09-30")
                        .get("items"))
                .hasSize(3);
        assertThat(ask("/dividends?account=ibkr:U7300001&asOf=2031-06-25").get("items"))
                .hasSize(3);
        assertThat(ask("/dividends?account=ibkr:U7300001&isin=FI0000000011").get("items"))
                .isEmpty();
    }

    @Test
    void tax_that_two_payments_could_claim_stands_alone_and_names_both() throws Exception {
        tell("U7300002", TWO_OF_A_DAY);
        JsonNode items = ask("/dividends?account=ibkr:U7300002").get("items");
        JsonNode tax = items.valueStream()
                .filter(item -> item.get("kind").asString().equals("UNALLOCATED_TAX"))
                .findFirst()
                .orElseThrow();
        assertThat(items).hasSize(3);
        assertThat(tax.get("gross").get("amount").asString()).isEqualTo("0");
        assertThat(tax.get("withholdingTax").get("amount").asString()).isEqualTo("7.5");
        assertThat(tax.get("candidates")).hasSize(2);
        JsonNode line =
                ask("/dividends/summary?account=ibkr:U7300002").get("items").get(0);
        assertThat(line.get("year").asString()).isEqualTo("2031");
        assertThat(line.get("gross").get("amount").asString()).isEqualTo("50");
        assertThat(line.get("net").get("amount").asString()).isEqualTo("42.5");
        assertThat(line.get("payments").asInt()).isEqualTo(2);
    }

    @Test
    void a_correction_changes_the_year_from_now_on_and_not_what_was_known() throws Exception {
        tell("U7300003", QUARTERS);
        JsonNode before = ask("/dividends/summary?account=ibkr:U7300003");
        Thread.sleep(20);
        tell("U7300003", CORRECTED);

        String summary = "/dividends/summary?account=ibkr:U7300003&groupBy=";
        JsonNode now = ask(summary + "year").get("items").get(0);
        assertThat(before.get("items")
                        .get(0)
                        .get("withholdingTax")
                        .get("amount")
                        .asString())
                .isEqualTo("16.05");
        assertThat(now.get("withholdingTax").get("amount").asString()).isEqualTo("15.05");
        JsonNode then = ask(summary + "year&knownAt=" + before.get("knownAt").asString());
        assertThat(then.get("items")).isEqualTo(before.get("items"));
        assertThat(each(ask(summary + "month").get("items"), "month"))
                .containsExactly("2031-03", "2031-06", "2031-09", "2031-12");
        assertThat(each(ask(summary + "instrument").get("items"), "instrument")).containsExactly("US000000AA16");
        assertThat(each(ask(summary + "account").get("items"), "account")).containsExactly("ibkr:U7300003");
        assertThat(each(ask(summary + "currency").get("items"), "currency")).containsExactly("USD");
        assertThat(each(ask(summary + "country").get("items"), "country")).containsExactly("US");
    }

    @Test
    void tax_reports_of_a_corrected_year_say_what_is_known_now_and_what_was_known_then() throws Exception {
        tell("U7300010", QUARTERS.replace("USD", "EUR"));
        String tax = "/reports/withholding-tax?year=2031&account=ibkr:U7300010";
        String finnish = "/reports/finnish-return?year=2031&account=ibkr:U7300010";
        JsonNode taxBefore = ask(tax);
        JsonNode finnishBefore = ask(finnish);
        Thread.sleep(20);
        tell("U7300010", CORRECTED.replace("USD", "EUR"));

        assertThat(money(taxBefore.get("countries").get(0), "withholdingTax")).isEqualByComparingTo("16.05");
        assertThat(money(ask(tax).get("countries").get(0), "withholdingTax")).isEqualByComparingTo("15.05");
        assertThat(withheld(finnishBefore)).isEqualByComparingTo("16.05");
        assertThat(withheld(ask(finnish))).isEqualByComparingTo("15.05");
        String then = "&knownAt=" + finnishBefore.get("knownAt").asString();
        assertThat(ask(tax + then).get("items")).isEqualTo(taxBefore.get("items"));
        assertThat(ask(tax + then).get("countries")).isEqualTo(taxBefore.get("countries"));
        assertThat(ask(finnish + then).get("items")).isEqualTo(finnishBefore.get("items"));
        JsonNode foreign = ask(finnish).get("items").get(0);
        assertThat(foreign.get("part").asString()).isEqualTo("FOREIGN");
        assertThat(foreign.get("gross").asString()).isEqualTo("82");
        assertThat(foreign.get("sources")).isNotEmpty();
        for (String report : List.of(tax, finnish)) {
            Answer csv = send(
                    request("/api/v1" + report).header("Accept", "text/csv").build());
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(csv.text()).contains("US000000AA16");
        }
    }

    private static BigDecimal withheld(JsonNode finnish) {
        return finnish.get("items")
                .valueStream()
                .map(item -> new BigDecimal(item.get("withholdingTax").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void every_list_can_be_had_as_csv() throws Exception {
        tell("U7300011", POSITIONS, QUARTERS);
        String of = "account=ibkr:U7300011&asOf=2031-12-31";
        for (String path : List.of(
                "dividends?" + of,
                "dividends/summary?" + of,
                "dividends/calendar?from=2031-01-01&" + of,
                "dividends/forecast?" + of,
                "dividends/missing?" + of,
                "dividends/checks?currency=SEK&" + of,
                "dividends/forecast/kept?" + of,
                "dividends/forecast/grades?" + of,
                "dividends/forecast/grades/payments?" + of)) {
            Answer csv =
                    send(request("/api/v1/" + path).header("Accept", "text/csv").build());
            assertThat(csv.status()).as(path).isEqualTo(200);
            assertThat(csv.header("Content-Type")).as(path).startsWith("text/csv");
            assertThat(csv.text().lines().count()).as(path).isGreaterThan(path.contains("forecast/") ? 0 : 1);
        }
    }

    @Test
    void a_payment_without_a_rate_is_named_and_left_out_of_the_reporting_currency() throws Exception {
        tell("U7300004", QUARTERS);
        JsonNode page = ask("/dividends?account=ibkr:U7300004&currency=SEK");
        JsonNode item = page.get("items").get(0);
        assertThat(item.get("fx").get("status").asString()).isEqualTo("MISSING");
        assertThat(item.get("inReportingCurrency").get("gross").isNull()).isTrue();
        assertThat(page.get("unresolved")).hasSize(5);
        JsonNode summary = ask("/dividends/summary?account=ibkr:U7300004&currency=SEK");
        assertThat(summary.get("items").get(0).get("inReportingCurrency").isNull())
                .isTrue();
        assertThat(summary.get("unresolved").get(0).get("reason").asString()).isEqualTo("FX_RATE_MISSING");
    }

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

    @Test
    void the_tax_of_a_year_stands_by_country_and_payment_with_what_the_treaty_allows() throws Exception {
        tell("U7300008", QUARTERS);
        JsonNode report = ask("/reports/withholding-tax?year=2031&account=ibkr:U7300008");
        assertThat(report.get("countries").get(0).get("country").asString()).isEqualTo("US");
        assertThat(report.get("items")).hasSize(5);
        JsonNode september = report.get("items")
                .valueStream()
                .filter(item -> item.get("payDate").asString().equals("2031-09-25"))
                .findFirst()
                .orElseThrow();
        assertThat(new BigDecimal(september.get("effectiveRate").asString())).isEqualByComparingTo("0.3");
        assertThat(new BigDecimal(september.get("treatyRate").asString())).isEqualByComparingTo("0.15");
        assertThat(september.get("excess").get("amount").asString()).isEqualTo("3.75");
        assertThat(report.get("reclaims")).hasSize(1);
        assertThat(september.get("sources")).hasSize(2);
    }

    @Test
    void a_table_can_be_had_as_csv_and_what_is_wrong_is_a_problem() throws Exception {
        tell("U7300009", QUARTERS);
        Answer csv = send(request("/api/v1/dividends?account=ibkr:U7300009")
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.text().lines().toList().get(1)).contains(",2031-03-25,", ",DIVIDEND,", ",USD,20,3,17,0.2,");
        Answer sums = send(request("/api/v1/dividends/summary?currency=USD&account=ibkr:U7300009")
                .header("Accept", "text/csv")
                .build());
        assertThat(sums.text().lines().toList().get(1)).isEqualTo("2031,USD,90,16.05,73.95,5,USD,90,16.05,73.95");
        for (String path :
                List.of("dividends/summary?groupBy=week", "dividends?isin=US0", "dividends/forecast?months=0")) {
            Answer problem = get("/api/v1/" + path);
            assertThat(problem.status()).as(path).isEqualTo(400);
            assertThat(problem.json().get("code").asString()).as(path).isEqualTo("BAD_PARAMETER");
        }
    }
}
