package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsPageTest extends RunningProgram {
    private static final String LOOK = "?account=ibkr:U0000151&asOf=2024-12-31";
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2023 - December 31, 2024"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000151
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,KOIVU,"2023-02-01, 10:30:00",100,10,10,-1000,-2,1002,0,0,O
            Trades,Data,Order,Stocks,EUR,KOIVU,"2023-06-01, 10:30:00",-40,15,15,600,-2,-400.8,197.2,0,C
            Trades,Data,Order,Stocks,EUR,HAAPA,"2023-02-01, 10:31:00",50,20,20,-1000,0,1000,0,0,O
            Trades,Data,Order,Stocks,EUR,HAAPA,"2024-06-03, 10:30:00",-50,18,18,900,0,-1000,-100,0,C
            Interest,Header,Currency,Date,Description,Amount
            Interest,Data,EUR,2024-07-03,EUR Debit Interest for Jun-2024,-7.5
            Interest,Data,Total,,,-7.5
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Underlying,Listing Exch,Multiplier,Type,Code
            Financial Instrument Information,Data,Stocks,KOIVU,KOIVU OYJ,900000151,FI0000003106,KOIVU,HEX,1,COMMON,
            Financial Instrument Information,Data,Stocks,HAAPA,HAAPA OYJ,900000152,FI0000003122,HAAPA,HEX,1,COMMON,
            """;

    @BeforeEach
    void statement() throws Exception {
        upload("koivu.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void sales_are_told_by_year_with_winners_and_losers_and_lead_to_their_lines() throws Exception {
        String page = get("/results" + LOOK).text();

        assertThat(page)
                .contains("Gains less losses", "197.20", "−100.00", "97.20")
                .containsSubsequence("id=\"winners\"", "KOIVU", "id=\"losers\"", "HAAPA", "id=\"sales\"")
                .contains("/instruments/FI0000003106?", "#gains")
                .contains("/figures/line?", "&amp;line=9\"", "&amp;line=11\"");
        assertThat(get("/results" + LOOK + "&year=2023").text())
                .contains("aria-current=\"true\">2023</a>", "197.20")
                .containsSubsequence("id=\"losers\"", "Nothing", "id=\"sales\"");
    }

    @Test
    void what_it_cost_is_told_by_type_and_year_and_what_is_owed_with_its_interest() throws Exception {
        assertThat(get("/results" + LOOK).text())
                .containsSubsequence("id=\"costs\"", "Interest paid", "7.50", "id=\"exposure\"", "EUR", "id=\"margin\"")
                .containsSubsequence("id=\"margin\"", "Interest paid so far", "7.50", "Jul")
                .contains("kind=INTEREST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/results.csv|2024-06-03,ibkr:U0000151,HAAPA,FI0000003122,HAAPA OYJ,50,900,EUR,1000,EUR,-100,EUR,-100,EUR",
                "/results/years.csv|2024,1,0,1,0,-100,-100,0",
                "/results/winners.csv|KOIVU,FI0000003106,KOIVU OYJ,1,2023-06-01,197.2",
                "/results/losers.csv|HAAPA,FI0000003122,HAAPA OYJ,1,2024-06-03,-100",
                "/results/what-if.csv|HAAPA,FI0000003122,HAAPA OYJ,50,",
                "/results/cost-years.csv|2023,0,0,4,0,0,4",
                "/results/cost-months.csv|2024-07,7.5,0,0,0,0,7.5",
                "/results/currencies.csv|EUR,1,",
                "/results/loans.csv|ibkr:U0000151,511.5,EUR,511.5,",
                "/results/interest.csv|2024-07,7.5,0"
            })
    void every_table_is_a_file(String path, String row) throws Exception {
        Answer file = get(path + LOOK);

        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text()).contains(row);
        assertThat(file.header("Content-Disposition")).contains("attachment");
    }

    @Test
    void the_return_stands_beside_an_index_that_the_home_folder_has() throws Exception {
        Files.createDirectories(HOME.resolve("benchmarks"));
        Files.writeString(
                HOME.resolve("benchmarks/wide-index.csv"), "2023-01-31,100\n2023-12-29,105\n2024-12-30,110\n");
        Files.writeString(HOME.resolve("benchmarks/not-one.csv"), "2023-01-31,nothing\nfoo\n");

        assertThat(get("/results" + LOOK + "&benchmark=wide-index").text())
                .containsSubsequence("Compared with an index", "This portfolio", "wide-index", "10.0\u00a0%");
        assertThat(get("/results" + LOOK + "&benchmark=not-one").text())
                .contains("Line 1 of the benchmark", "Gains less losses");
        assertThat(get("/results" + LOOK + "&benchmark=none").text()).contains("there is no file of that name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=soon", "year=0", "year=10000"})
    void a_year_that_is_none_is_refused(String query) throws Exception {
        assertThat(get("/results" + LOOK + "&" + query).status()).isEqualTo(400);
        assertThat(get("/results/nothing.csv" + LOOK).status()).isEqualTo(404);
    }

    @Test
    void the_overview_tells_net_value_and_loan_cash_what_the_year_realized_and_how_many_holdings() throws Exception {
        assertThat(get("/" + LOOK).text())
                .containsSubsequence("Net value", "511.50", "owed", "Cash", "−511.50")
                .containsSubsequence("Realized 2024", "/results?", "year=2024", "−100.00", "Holdings", ">1</a>");
    }

    @Test
    void what_has_no_rate_is_a_dash_and_not_nothing() throws Exception {
        String question = LOOK + "&currency=ZAR";

        assertThat(get("/results/years.csv" + question).text()).contains("2024,1,0,0,,,,1", "2023,1,0,0,,,,1");
        assertThat(get("/results/currencies.csv" + question).text()).contains("EUR,1,900,-511.5,,,,,");
        assertThat(get("/results" + question).text()).contains("Sales in no sum", "–");
    }
}
