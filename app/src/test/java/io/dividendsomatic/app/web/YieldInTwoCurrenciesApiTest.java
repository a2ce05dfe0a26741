package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class YieldInTwoCurrenciesApiTest extends RunningProgram {
    private static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2026 - October 31, 2026"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,%s
            Account Information,Data,Base Currency,EUR
            Base Currency Exchange Rate,Header,Currency,Rate
            Base Currency Exchange Rate,Data,USD,0.9
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,TWIN,TWIN INC,100915,US0000009151,1
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,\
            Cost Basis,Close Price,Value,Unrealized P/L,Code
            """;
    private static final String IN_DOLLARS = """
            Open Positions,Data,Summary,Stocks,USD,TWIN,100,1,10,1000,50,5000,4000,
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2026-03-15,TWIN(US0000009151) Cash Dividend USD 0.50 per Share (Ordinary Dividend),50
            Dividends,Data,USD,2026-06-15,TWIN(US0000009151) Cash Dividend USD 0.50 per Share (Ordinary Dividend),50
            Dividends,Data,USD,2026-09-15,TWIN(US0000009151) Cash Dividend USD 0.50 per Share (Ordinary Dividend),50
            """;
    private static final String IN_EUROS = """
            Open Positions,Data,Summary,Stocks,EUR,TWIN,300,1,40,12000,45,13500,1500,
            """;

    /** A rate of 2 USD a year at 0.9 on 400 shares is 720 EUR; they cost 1000 USD at 0.9 and 12000 EUR. */
    @Test
    void the_yield_on_cost_is_on_what_all_of_it_cost() throws Exception {
        tell(HEAD.formatted("U0000915") + IN_DOLLARS);
        tell(HEAD.formatted("U0000916") + IN_EUROS);

        Answer income = get("/api/v1/dividends/instruments/US0000009151"
                + "?account=ibkr:U0000915&account=ibkr:U0000916&asOf=2026-10-31");
        assertThat(income.text()).contains("\"projectedAnnual\":\"720.00\"", "\"yieldOnCost\":\"5.58\"");
    }

    private void tell(String text) throws Exception {
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
