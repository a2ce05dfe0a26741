package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WaterfallPageTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000142");
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,AssetClass,FXRateToBase,ISIN
            %s,EUR,VUORI,VUORI OYJ,100,%s,%s,9,900,STK,1,FI0000004104
            """;

    @Test
    void a_year_is_explained_month_by_month_up_to_the_day() throws Exception {
        upload("vuori-1.csv", bytes(POSITIONS.formatted("2025-01-31", "10", "1000")), ACCOUNT);
        upload("vuori-2.csv", bytes(POSITIONS.formatted("2025-02-28", "12", "1200")), ACCOUNT);
        String page =
                get("/performance?account=" + ACCOUNT + "&asOf=2025-02-28").text();

        assertThat(page)
                .contains("Month by month 2025, in EUR", "id=\"sheet-waterfall\"")
                .contains("2025-01: 1\u202f000.00 EUR (from outside)", "2025-02: 200.00 EUR (gained or lost)")
                .containsPattern("(?s)<tfoot>.*1\u202f200.00.*</tfoot>")
                .doesNotContain("2025-03:", "style=", "http://", "https://");
        assertThat(get("/performance?account=" + ACCOUNT + "&asOf=2024-02-28").text())
                .doesNotContain("id=\"sheet-waterfall\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
