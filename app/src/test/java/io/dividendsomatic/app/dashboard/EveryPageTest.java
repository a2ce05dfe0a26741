package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryPageTest extends RunningProgram {
    private static final String ACCOUNT = "?account=ibkr:U0000119";
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2024 - January 31, 2024"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000119
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,LEHTI,"2024-01-04, 10:30:00",100,9.8,9.9,-980,-1.5,981.5,0,10,O
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2024-01-20,LEHTI(FI0000003007) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,Total,,,22
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Underlying,Listing Exch,Multiplier,Type,Code
            Financial Instrument Information,Data,Stocks,LEHTI,LEHTI OYJ,900000119,FI0000003007,LEHTI,HEX,1,COMMON,
            """;

    @BeforeEach
    void statement() throws Exception {
        upload("lehti.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/holdings",
                "/income",
                "/tax",
                "/performance",
                "/results",
                "/transactions",
                "/reconciliation",
                "/imports",
                "/coverage",
                "/administration",
                "/instruments/FI0000003007"
            })
    void every_page_opens_in_every_language(String path) throws Exception {
        for (String language : new String[] {"en", "fi", "sv"}) {
            Answer page = send(request(path + ACCOUNT + "&asOf=2024-03-01")
                    .header("Cookie", "language=" + language)
                    .build());

            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.text()).contains("</html>", "lang=\"" + language + "\"");
        }
    }

    @Test
    void a_month_of_a_holding_leads_to_the_line_that_paid_it() throws Exception {
        assertThat(get("/income" + ACCOUNT + "&asOf=2024-03-01").text()).contains("LEHTI", "22.00");

        String figure = get("/figures/payments" + ACCOUNT
                        + "&asOf=2024-03-01&from=2024-01-01&to=2024-01-31&isin=FI0000003007")
                .text();
        assertThat(figure).contains("lehti.csv", "line 10", "Cash Dividend EUR 0.22 per Share");
    }

    @Test
    void the_tax_of_a_year_is_told_by_payer_and_payment_whatever_day_of_it_is_looked_at() throws Exception {
        String page = get("/tax" + ACCOUNT + "&asOf=2024-01-02").text();

        assertThat(page).contains("Tax year 2024", "LEHTI", "18.70", "Dividends from Finland");
        assertThat(get("/tax.csv" + ACCOUNT + "&asOf=2024-01-02").text())
                .contains("2024-01-20,LEHTI,FI0000003007,LEHTI OYJ,FI,Dividend,false,ibkr:U0000119,22,EUR,0,EUR,");
        assertThat(get("/tax" + ACCOUNT + "&asOf=2023-12-31").text()).doesNotContain("LEHTI");
    }

    @Test
    void transactions_stand_newest_first_and_are_filtered_by_kind() throws Exception {
        String all = get("/transactions.csv" + ACCOUNT).text();
        assertThat(all.indexOf("2024-01-20")).isLessThan(all.indexOf("2024-01-04"));
        assertThat(get("/transactions.csv" + ACCOUNT + "&order=oldest").text())
                .containsSubsequence("2024-01-04", "2024-01-20");
        assertThat(get("/transactions.csv" + ACCOUNT + "&kind=TRADE").text()).doesNotContain("2024-01-20");
        assertThat(all)
                .startsWith("date,kind,description,instrument,isin,name,account,quantity,price,amount,amountCurrency,"
                        + "value,valueCurrency")
                .contains("FI0000003007,", ",22,EUR,22,EUR");
    }

    @Test
    void transactions_are_sorted_and_filtered_by_text_over_all_pages() throws Exception {
        assertThat(get("/transactions.csv" + ACCOUNT + "&sort=amount").text())
                .containsSubsequence("2024-01-04", "2024-01-20");
        assertThat(get("/transactions" + ACCOUNT + "&q=FI0000003007&sort=-amount&size=1")
                        .text())
                .contains("aria-sort=\"descending\"", "name=\"q\"");
        assertThat(get("/transactions.csv" + ACCOUNT + "&q=cash+dividend").text())
                .contains("2024-01-20")
                .doesNotContain("2024-01-04");
    }
}
