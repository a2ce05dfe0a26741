package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestatedDividendApiTest extends RunningProgram {
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"%s"
            Statement,Data,WhenGenerated,"%s, 20:00:00 EST"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000914
            Account Information,Data,Base Currency,EUR
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2026-01-20,JYVA(FI0000009145) Cash Dividend EUR 0.50 per Share (Ordinary Dividend),%s
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,EUR,2026-01-20,JYVA(FI0000009145) Cash Dividend EUR 0.50 per Share - FI Tax,%s,
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,JYVA,JYVA OYJ,100914,FI0000009145,1
            """;

    @Test
    void a_dividend_that_a_later_statement_states_anew_is_one_payment_as_it_is_one_booking() throws Exception {
        tell(STATEMENT.formatted("January 1, 2026 - January 31, 2026", "2026-01-31", "50", "-7.50"));
        tell(STATEMENT.formatted("January 1, 2026 - June 30, 2026", "2026-06-30", "48", "-7.20"));

        JsonNode booked = get("/api/v1/transactions?account=ibkr:U0000914").json();
        assertThat(booked.get("total").asInt()).isEqualTo(2);
        JsonNode paid = get("/api/v1/dividends?account=ibkr:U0000914").json();
        assertThat(paid.get("total").asInt()).as(paid.toString()).isEqualTo(1);
        JsonNode payment = paid.get("items").get(0);
        assertThat(payment.get("gross").get("amount").asString()).isEqualTo("48");
        assertThat(payment.get("withholdingTax").get("amount").asString()).isEqualTo("7.2");
        assertThat(payment.get("sources")).hasSize(4);
    }

    private void tell(String text) throws Exception {
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
