package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The tax of a year, at home and abroad. */
class DividendTaxApiTest extends DividendsOverHttp {
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
}
