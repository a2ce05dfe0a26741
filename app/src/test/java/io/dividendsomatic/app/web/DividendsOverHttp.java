package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files that tell one account's dividends, spoken to over HTTP. Every test has an account of its own. */
abstract class DividendsOverHttp extends RunningProgram {
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
    static final String POSITIONS = """
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,\
            Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,USD,ALFA,100,1,8,800,10,1000,200,
            """;
    static final String QUARTERS = """
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
    static final String CORRECTED = """
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,3,
            Withholding Tax,Data,USD,2031-03-25,ALFA(US000000AA16) Cash Dividend USD 0.2 per Share - US Tax,-2,
            """;

    void tell(String number, String... sections) throws Exception {
        byte[] file = file(number, sections).getBytes(StandardCharsets.UTF_8);
        Answer answer = upload("told.csv", file, (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    static String file(String number, String... sections) {
        return HEAD.replace("U0000001", number) + String.join("", sections);
    }

    JsonNode ask(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static List<String> each(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }

    static BigDecimal money(JsonNode item, String field) {
        return new BigDecimal(item.get(field).get("amount").asString());
    }
}
