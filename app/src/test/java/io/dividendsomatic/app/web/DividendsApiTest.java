package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments and their sums. */
class DividendsApiTest extends DividendsOverHttp {
    private static final String TWO_OF_A_DAY = """
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share (Ordinary Dividend),20
            Dividends,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.3 per Share (Ordinary Dividend),30
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend - US Tax,-7.5,
            """;

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
    void tax_on_interest_is_listed_and_taken_off_no_dividends() throws Exception {
        tell("U7300031", QUARTERS, """
                Withholding Tax,Header,Currency,Date,Description,Amount,Code
                Withholding Tax,Data,USD,2031-10-03,Withholding @ 20% on Credit Interest for Sep-2031,-0.78,
                """);
        JsonNode items = ask("/dividends?account=ibkr:U7300031").get("items");
        assertThat(items.valueStream()
                        .filter(item -> item.get("kind").asString().equals("UNALLOCATED_TAX"))
                        .map(item -> item.get("withholdingTax").get("amount").asString()))
                .containsExactly("0.78");
        JsonNode answer = ask("/dividends/summary?account=ibkr:U7300031");
        JsonNode line = answer.get("items").get(0);
        assertThat(line.get("withholdingTax").get("amount").asString()).isEqualTo("16.05");
        assertThat(line.get("net").get("amount").asString()).isEqualTo("73.95");
        assertThat(ask("/dividends/summary?account=ibkr:U7300031&knownAt="
                                + answer.get("knownAt").asString())
                        .get("items"))
                .isEqualTo(answer.get("items"));
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
