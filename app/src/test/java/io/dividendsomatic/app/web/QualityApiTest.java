package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An account with euros that are all known and kronor of which nobody tells a rate: each figure says how good it is. */
class QualityApiTest extends RunningProgram {
    private static final String TOLD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"March 1, 2037 - March 31, 2037"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U7670001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,KUUSI,KUUSI OYJ,100001,FI0000000011,1
            Financial Instrument Information,Data,Stocks,GRANA,GRANA AB,100002,SE0000000028,1
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,\
            Cost Basis,Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,EUR,KUUSI,50,1,10,500,13,650,150,
            Open Positions,Data,Summary,Stocks,SEK,GRANA,50,1,100,5000,120,6000,1000,
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,KUUSI,"2037-03-10, 10:30:00",100,10,10,-1000,0,1000,0,0,O
            Trades,Data,Order,Stocks,EUR,KUUSI,"2037-03-20, 10:30:00",-50,12,12,600,0,-500,100,0,C
            Trades,Data,Order,Stocks,SEK,GRANA,"2037-03-10, 10:30:00",100,100,100,-10000,0,10000,0,0,O
            Trades,Data,Order,Stocks,SEK,GRANA,"2037-03-20, 10:30:00",-50,110,110,5500,-9,-5000,491,0,C
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2037-03-25,KUUSI(FI0000000011) Cash Dividend EUR 0.5 per Share (Ordinary Dividend),25
            Dividends,Data,SEK,2037-03-25,GRANA(SE0000000028) Cash Dividend SEK 2 per Share (Ordinary Dividend),100
            Interest,Header,Currency,Date,Description,Amount
            Interest,Data,SEK,2037-03-21,SEK Debit Interest for Feb-2037,-8
            Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
            Deposits & Withdrawals,Data,EUR,2037-03-02,Electronic Fund Transfer,2000
            """;

    @BeforeEach
    void tell() throws Exception {
        assertThat(upload("told.csv", TOLD.getBytes(StandardCharsets.UTF_8), (AccountId) null)
                        .status())
                .isBetween(200, 201);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(textBlock = """
            portfolio,                     /totals/quality,                  FX_MISSING
            portfolio,                     /brokers/0/quality,               FX_MISSING
            portfolio,                     /brokers/0/accounts/0/quality,    FX_MISSING
            portfolio,                     /instruments/0/quality,           FX_MISSING
            portfolio,                     /instruments/1/quality,           ACTUAL
            allocation,                    /quality,                         FX_MISSING
            allocation,                    /groups/0/quality,                ACTUAL
            history?to=2037-03-31,         /points/28/quality,               FX_MISSING
            history?to=2037-03-31,         /points/28/incomplete/0,          FX_RATE_MISSING
            history?to=2037-03-31,         /points/0/quality,                ACTUAL
            performance?to=2037-03-31,     /quality,                         FX_MISSING
            performance?to=2037-03-31,     /remarks/0/code,                  INCOMPLETE_DAYS
            income?year=2037,              /quality,                         FX_MISSING
            income?year=2037,              /totals/quality,                  FX_MISSING
            income?year=2037,              /months/2/quality,                FX_MISSING
            income?year=2037,              /months/3/quality,                ACTUAL
            income?year=2037,              /years/0/quality,                 FX_MISSING
            costs?year=2037,               /totals/quality,                  FX_MISSING
            costs?year=2037,               /months/2/quality,                FX_MISSING
            costs?year=2037,               /months/0/quality,                ACTUAL
            waterfall?year=2037,           /totals/quality,                  FX_MISSING
            waterfall?year=2037,           /months/2/quality,                FX_MISSING
            waterfall?year=2037,           /months/1/quality,                ACTUAL
            gains?year=2037,               /quality,                         FX_MISSING
            gains?year=2037,               /totals/quality,                  FX_MISSING
            gains?year=2037,               /years/0/quality,                 FX_MISSING
            gains?year=2037,               /instruments/0/quality,           ACTUAL
            gains?year=2037,               /instruments/1/quality,           FX_MISSING
            gains?year=2037,               /winners/0/quality,               ACTUAL
            what-if,                       /quality,                         FX_MISSING
            what-if,                       /items/0/quality,                 ACTUAL
            fx-exposure,                   /quality,                         FX_MISSING
            fx-exposure,                   /currencies/0/quality,            ACTUAL
            fx-exposure,                   /currencies/1/quality,            FX_MISSING
            margin?year=2037,              /quality,                         FX_MISSING
            margin?year=2037,              /accounts/0/quality,              FX_MISSING
            margin?year=2037,              /loans/0/quality,                 FX_MISSING
            margin?year=2037,              /months/2/quality,                FX_MISSING
            margin?year=2037,              /months/3/quality,                ACTUAL
            margin?year=2037,              /payback/quality,                 FX_MISSING
            instruments/SE0000000028,      /quality,                         FX_MISSING
            instruments/SE0000000028,      /positions/0/quality,             FX_MISSING
            instruments/FI0000000011,      /positions/0/quality,             ACTUAL
            withholding-tax?year=2037,     /quality,                         FX_MISSING
            withholding-tax?year=2037,     /items/0/quality,                 FX_MISSING
            withholding-tax?year=2037,     /items/1/quality,                 ACTUAL
            finnish-return?year=2037,      /quality,                         FX_MISSING
            """)
    void every_report_says_of_each_figure_how_good_it_is(String report, String pointer, String quality)
            throws Exception {
        String and = report.contains("?") ? "&" : "?";
        Answer answer = get("/api/v1/reports/" + report + and + "account=ibkr:U7670001&asOf=2037-03-31");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode found = answer.json().at(pointer);
        assertThat(found.asString()).as(answer.text()).isEqualTo(quality);
    }
}
