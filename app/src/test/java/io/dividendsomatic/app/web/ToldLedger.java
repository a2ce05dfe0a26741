package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Uploads files of bookings and looks at what is made of them. */
abstract class ToldLedger extends RunningProgram {
    static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"March 1, 2031 - March 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,100001,US000000AA16,1
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            """;
    static final String BOUGHT_ON_THE_5TH = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-03-05, 10:30:00",10,12,12,-120,-1,121,0,0,O
            """;

    void tell(String name, String text, @Nullable String account) throws Exception {
        Answer answer =
                upload(name, text.getBytes(StandardCharsets.UTF_8), account == null ? null : AccountId.parse(account));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    JsonNode page(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode items(String path) throws Exception {
        return page(path).get("items");
    }

    static List<String> each(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
