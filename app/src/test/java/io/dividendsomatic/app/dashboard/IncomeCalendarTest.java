package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IncomeCalendarTest extends RunningProgram {
    private static final String LOOK = "?account=ibkr:U0000143&asOf=2025-03-01";
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2024 - February 28, 2025"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000143
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,KOSKI,"2024-01-04, 10:30:00",100,9.8,9.9,-980,-1.5,981.5,0,10,O
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2024-02-20,KOSKI(FI0000004203) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,EUR,2024-05-20,KOSKI(FI0000004203) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,EUR,2024-08-20,KOSKI(FI0000004203) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,EUR,2024-11-20,KOSKI(FI0000004203) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,EUR,2025-02-20,KOSKI(FI0000004203) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22
            Dividends,Data,Total,,,110
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Underlying,Listing Exch,Multiplier,Type,Code
            Financial Instrument Information,Data,Stocks,KOSKI,KOSKI OYJ,900000143,FI0000004203,KOSKI,HEX,1,COMMON,
            """;

    @Test
    void coming_payments_are_given_to_a_calendar_program_as_the_page_looks_at_them() throws Exception {
        upload("koski.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), null);
        assertThat(get("/income" + LOOK).text())
                .contains("href=\"/income.ics?account=ibkr%3AU0000143&amp;asOf=2025-03-01\"");

        Answer calendar = get("/income.ics" + LOOK);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.header("Content-Disposition")).contains("dividends.ics");
        assertThat(calendar.text())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:KOSKI dividend", "STATUS:TENTATIVE")
                .doesNotContain("DTSTART;VALUE=DATE:20250220");
    }
}
