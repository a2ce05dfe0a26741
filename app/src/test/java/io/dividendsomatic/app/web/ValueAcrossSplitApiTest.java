package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ValueAcrossSplitApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000913");
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"June 1, 2024 - June 28, 2024"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000913
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,JAKO,"2024-06-03, 10:30:00",10,100,100,-1000,-1,1001,0,0,O
            Corporate Actions,Header,Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,\
            Realized P/L,Code
            Corporate Actions,Data,Stocks,EUR,2024-06-11,"2024-06-10, 20:25:00",\
            "JAKO(FI0000009137) Split 4 for 1 (JAKO, JAKO OYJ, FI0000009137)",30,0,0,0,
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,JAKO,JAKO OYJ,100913,FI0000009137,1
            """;

    @Test
    void a_price_from_before_a_split_is_told_in_the_units_of_the_day_that_is_valued() throws Exception {
        upload("june.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), (AccountId) null);

        for (String day : new String[] {"2024-06-09", "2024-06-10", "2024-06-20"}) {
            Answer answer = get("/api/v1/reports/portfolio?account=" + ACCOUNT + "&asOf=" + day);
            assertThat(new BigDecimal(
                            answer.json().get("totals").get("marketValue").asString()))
                    .as(day)
                    .isEqualByComparingTo("1000");
        }
    }

    @Test
    void the_page_of_an_instrument_draws_what_a_unit_was_worth_and_how_many_there_were() throws Exception {
        upload("june.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), (AccountId) null);

        String page = get("/instruments/FI0000009137?account=" + ACCOUNT + "&asOf=2024-06-23")
                .text();
        assertThat(page)
                .contains("Price and cost of a unit, in EUR")
                .containsPattern("2024-06-09</th><td class=\"number\">10</td><td class=\"number\">100.00</td>")
                .containsPattern("2024-06-10</th><td class=\"number\">40</td><td class=\"number\">25.00</td>");
    }
}
