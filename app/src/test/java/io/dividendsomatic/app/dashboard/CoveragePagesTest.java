package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoveragePagesTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000141");
    private static final String LOOK = "?account=" + ACCOUNT + "&asOf=2025-03-14";

    @BeforeEach
    void two_days_a_month_apart() throws Exception {
        for (String day : new String[] {"2025-01-02", "2025-02-03"}) {
            String positions = """
                    ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,AssetClass,FXRateToBase,ISIN
                    %s,EUR,RAKO,RAKO OYJ,30,10,300,9,270,STK,1,FI0000004005
                    """.formatted(day);
            upload("rako-" + day + ".csv", positions.getBytes(StandardCharsets.UTF_8), ACCOUNT);
        }
    }

    @Test
    void a_person_sees_how_far_files_reach_and_where_they_leave_a_gap() throws Exception {
        String page = get("/coverage" + LOOK).text();

        assertThat(page)
                .contains("aria-current=\"page\"", ACCOUNT.toString(), "From 2025-01-02 to 2025-03-14")
                .contains("number down\">39</td>")
                .contains("<title>2025-01-03 – 2025-02-02: gap</title>")
                .contains(">2025-01-03</td>", ">2025-02-02</td>")
                .contains(">31</td>")
                .doesNotContain("style=", "http://", "https://");
    }

    @Test
    void the_accounts_are_given_as_csv_too() throws Exception {
        assertThat(get("/coverage.csv" + LOOK).text())
                .startsWith("account,firstDay,lastDay,daysOld,snapshots,")
                .contains(ACCOUNT + ",2025-01-02,2025-02-03,39,2,2025-01-02,2025-02-03,");
    }

    @Test
    void an_account_of_which_nothing_is_known_yet_has_no_line() throws Exception {
        Answer page = get("/coverage?account=" + ACCOUNT + "&asOf=2024-01-01");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("class=\"strips\"");
    }
}
