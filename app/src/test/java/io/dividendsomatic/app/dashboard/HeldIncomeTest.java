package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two holdings: one that pays a euro a share every month, at 50 with a cost of 40, and one that never paid. */
class HeldIncomeTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000161");
    private static final String LOOK = "?account=" + ACCOUNT + "&asOf=2024-03-31";
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2024 - March 31, 2024"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000161
            Account Information,Data,Base Currency,EUR
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2024-01-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share (Ordinary Dividend),100
            Dividends,Data,EUR,2024-02-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share (Ordinary Dividend),100
            Dividends,Data,EUR,2024-03-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share (Ordinary Dividend),100
            Dividends,Data,Total,,,300
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,EUR,2024-01-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share - FI Tax,-15,
            Withholding Tax,Data,EUR,2024-02-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share - FI Tax,-15,
            Withholding Tax,Data,EUR,2024-03-15,LEPPA(FI0000003205) Cash Dividend EUR 1.00 per Share - FI Tax,-15,
            Withholding Tax,Data,Total,,,-45,
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Underlying,Listing Exch,Multiplier,Type,Code
            Financial Instrument Information,Data,Stocks,LEPPA,LEPPA OYJ,900000161,FI0000003205,LEPPA,HEX,1,COMMON,
            """;
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,AssetClass,FXRateToBase,ISIN
            2024-01-02,EUR,LEPPA,LEPPA OYJ,100,50,5000,40,4000,STK,1,FI0000003205
            2024-03-28,EUR,LEPPA,LEPPA OYJ,100,50,5000,40,4000,STK,1,FI0000003205
            2024-03-28,EUR,PIHLAJA,PIHLAJA OYJ,-10,5,-50,5,-50,STK,1,FI0000003221
            """;

    @BeforeEach
    void statement() throws Exception {
        upload("leppa.csv", STATEMENT.getBytes(StandardCharsets.UTF_8), null);
        upload("leppa-positions.csv", POSITIONS.getBytes(StandardCharsets.UTF_8), ACCOUNT);
    }

    @Test
    void holdings_tell_what_they_are_expected_to_pay_and_which_is_short() throws Exception {
        assertThat(get("/holdings" + LOOK).text())
                .containsSubsequence("Estimated a year", "1\u202f200.00", "A year, less paid in 2024", "900.00")
                .containsSubsequence("class=\"short\"", "PIHLAJA")
                .containsSubsequence("Income of the holdings", "LEPPA", "monthly", "24.00\u00a0%", "30.00\u00a0%")
                .contains("Holdings without any known rate: 1");
        assertThat(get("/holdings/income.csv" + LOOK).text())
                .contains("LEPPA,FI0000003205,LEPPA OYJ,monthly,12,EUR,24.00,30.00,100.00,,1200.00,900.00")
                .contains("PIHLAJA,FI0000003221,PIHLAJA OYJ,not known,,,,,,MISSING_RATE,,");
    }

    @Test
    void a_table_that_is_filtered_in_its_place_asks_for_nothing_else() throws Exception {
        String part = send(request("/holdings" + LOOK + "&q=lep")
                        .header("HX-Request", "true")
                        .build())
                .text();

        assertThat(part).contains("LEPPA").doesNotContain("Income of the holdings", "PIHLAJA");
    }

    @Test
    void income_is_told_by_instrument_with_its_rhythm_before_and_after_tax() throws Exception {
        assertThat(get("/income" + LOOK).text())
                .containsSubsequence("Monthly payers", "300.00", "900.00", "100.00", "1\u202f200.00")
                .containsSubsequence("LEPPA", "monthly")
                .contains("/figures/payments?", "basis=NET");
        assertThat(get("/income/payers.csv" + LOOK).text())
                .contains("LEPPA,FI0000003205,LEPPA OYJ,monthly,300,900.00,100.00,1200.00,24.00,30.00");
        assertThat(get("/income" + LOOK + "&basis=NET").text())
                .contains("after withheld tax", "255.00", "85.00", "1\u202f020.00")
                .doesNotContain("bar ESTIMATED");
        assertThat(get("/income/payers.csv" + LOOK + "&basis=NET").text())
                .contains("LEPPA,FI0000003205,LEPPA OYJ,monthly,255,765.00,85.00,1020.00,20.40,25.50");
        assertThat(get("/income" + LOOK + "&basis=SOMETHING").status()).isEqualTo(400);
    }

    @Test
    void an_instrument_tells_for_each_account_what_a_unit_has_to_bring_and_what_it_gained() throws Exception {
        assertThat(get("/instruments/FI0000003205" + LOOK).text())
                .containsSubsequence("By account", "Break-even", ACCOUNT.toString(), "40", "10", "1\u202f000.00");
        assertThat(get("/instruments/FI0000003205/positions.csv" + LOOK).text())
                .contains(ACCOUNT + ",100,40,EUR,10,EUR,4000,EUR,5000,EUR,1000,EUR,5000,");
    }
}
