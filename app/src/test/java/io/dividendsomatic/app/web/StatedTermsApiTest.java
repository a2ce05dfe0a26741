package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the user states about dividends, of an instrument that no other test pays. */
class StatedTermsApiTest extends RunningProgram {
    private static final Path FILE = HOME.resolve("dividends.yaml");
    private static final String ACCOUNT = "account=ibkr:U7920001";
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2031 - December 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U7920001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,WRLD,WRLD ETF,100007,IE00000CC038,1
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2031-03-25,WRLD(IE00000CC038) Cash Dividend EUR 0.2 per Share (Ordinary Dividend),20
            Dividends,Data,EUR,2031-06-25,WRLD(IE00000CC038) Cash Dividend EUR 0.2 per Share (Ordinary Dividend),20
            Dividends,Data,EUR,2031-09-25,WRLD(IE00000CC038) Cash Dividend EUR 0.2 per Share (Ordinary Dividend),20
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,EUR,2031-03-25,WRLD(IE00000CC038) Cash Dividend EUR 0.2 per Share - IE Tax,-5,
            """;

    @BeforeEach
    void paid() throws Exception {
        upload("paid.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), (AccountId) null);
    }

    @AfterEach
    void nothing_is_left_for_other_tests() throws Exception {
        Files.deleteIfExists(FILE);
        await().until(() -> country().equals("IE"));
    }

    @Test
    void a_rate_that_the_user_states_counts_before_the_one_that_was_seen() throws Exception {
        assertThat(declared().get("source").asString()).isEqualTo("OBSERVED");
        Files.writeString(FILE, """
                rates:
                  - {isin: IE00000CC038, from: 2031-10-01, perPayment: 0.3, currency: EUR, frequency: quarterly}
                """);
        await().until(() -> declared().get("source").asString().equals("MANUAL"));
        assertThat(declared().get("perPayment").asString()).isEqualTo("0.3");
        assertThat(income("2031-09-30").get("declaredRate").get("source").asString())
                .isEqualTo("OBSERVED");
    }

    @Test
    void a_country_that_the_user_states_counts_in_sums_and_in_tax() throws Exception {
        assertThat(country()).isEqualTo("IE");
        assertThat(payer().get("credit").asString()).isEqualTo("0"); // Ireland may withhold nothing
        Files.writeString(FILE, """
                countries:
                  - {isin: IE00000CC038, country: LU}
                treaties:
                  - {residence: FI, country: LU, percent: 5, source: a letter, stated: 2031-01-01}
                """);
        await().until(() -> country().equals("LU"));
        assertThat(payer().get("country").asString()).isEqualTo("LU");
        assertThat(payer().get("gross").asString()).isEqualTo("60");
        assertThat(payer().get("taxable").asString()).isEqualTo("51");
        assertThat(payer().get("withholdingTax").asString()).isEqualTo("5");
        assertThat(payer().get("credit").asString()).isEqualTo("1");
        assertThat(payer().get("excess").asString()).isEqualTo("4");
        assertThat(payer().get("sources")).hasSize(4);
    }

    @Test
    void what_was_known_before_the_file_stated_it_is_answered_without_it() throws Exception {
        String before = Instant.now().toString();
        Files.writeString(FILE, """
                rates:
                  - {isin: IE00000CC038, from: 2031-10-01, perPayment: 0.4, currency: EUR, frequency: quarterly}
                countries:
                  - {isin: IE00000CC038, country: LU}
                treaties:
                  - {residence: FI, country: LU, percent: 5, source: a letter, stated: 2031-01-01}
                """);
        await().until(() -> country().equals("LU"));
        String stated = Instant.now().toString();
        Files.delete(FILE);
        await().until(() -> country().equals("IE"));

        assertThat(country("&knownAt=" + before)).isEqualTo("IE");
        assertThat(country("&knownAt=" + stated)).isEqualTo("LU");
        assertThat(treaty(before)).isEqualTo("IE 0.00");
        assertThat(treaty(stated)).isEqualTo("LU 0.05");
        assertThat(treaty(Instant.now().toString())).isEqualTo("IE 0.00");
        assertThat(income("2031-10-05&knownAt=" + before)
                        .at("/declaredRate/source")
                        .asString())
                .isEqualTo("OBSERVED");
        assertThat(income("2031-10-05&knownAt=" + stated)
                        .at("/declaredRate/perPayment")
                        .asString())
                .isEqualTo("0.4");
        assertThat(declared().get("source").asString()).isEqualTo("OBSERVED");
    }

    @Test
    void a_sector_that_the_user_states_divides_what_is_held() throws Exception {
        String held = """
                ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
                2031-09-30,EUR,WRLD,100,8,800,700,1,IE00000CC038
                """;
        upload("held.csv", held.getBytes(StandardCharsets.UTF_8), AccountId.parse("ibkr:U7920001"));
        String before = Instant.now().toString();
        assertThat(sector("")).isEqualTo("null 1");
        Files.writeString(FILE, "sectors:\n  - {isin: IE00000CC038, sector: The whole world}\n");
        await().until(() -> sector("").equals("The whole world 1"));
        assertThat(sector("&knownAt=" + before)).isEqualTo("null 1");
    }

    private String sector(String more) throws Exception {
        JsonNode group = get("/api/v1/reports/allocation?by=sector&asOf=2031-10-05&" + ACCOUNT + more)
                .json()
                .get("groups")
                .get(0);
        return (group.get("key").isNull() ? null : group.get("key").asString()) + " "
                + group.get("weight").asString();
    }

    @Test
    void a_file_with_a_fault_changes_nothing() throws Exception {
        Files.writeString(FILE, "countries:\n  - {isin: IE00000CC038, country: LU}\n");
        await().until(() -> country().equals("LU"));
        Files.writeString(FILE, "countries:\n  - {isin: IE00000CC038, country: Malta}\n");
        Thread.sleep(400); // four looks
        assertThat(country()).isEqualTo("LU");
    }

    private JsonNode income(String asOf) throws Exception {
        return get("/api/v1/dividends/instruments/IE00000CC038?asOf=" + asOf + "&" + ACCOUNT)
                .json();
    }

    private JsonNode declared() throws Exception {
        return income("2031-10-05").get("declaredRate");
    }

    /** From where the payment with tax comes, and how much may be withheld there, as was known then. */
    private String treaty(String knownAt) throws Exception {
        JsonNode taxed = get("/api/v1/reports/withholding-tax?year=2031&" + ACCOUNT + "&knownAt=" + knownAt)
                .json()
                .at("/items/0");
        return taxed.get("country").asString() + " " + taxed.get("treatyRate").asString();
    }

    private String country() throws Exception {
        return country("");
    }

    private String country(String more) throws Exception {
        JsonNode items = get("/api/v1/dividends/summary?groupBy=country&" + ACCOUNT + more)
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        return items.get(0).get("country").asString();
    }

    private JsonNode payer() throws Exception {
        JsonNode items = get("/api/v1/reports/finnish-return?year=2031&" + ACCOUNT)
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("part").asString()).isEqualTo("FOREIGN");
        return items.get(0);
    }
}
