package io.dividendsomatic.app.dashboard;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstPageTest extends RunningProgram {
    /** An instrument of this test alone: all tests share the program, and holdings add up over its accounts. */
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,AssetClass,FXRateToBase,ISIN
            2025-01-02,EUR,SIVU,<b>SIVU & CO</b>,300,21.4,6420,18.9,5670,STK,1,FI0000002009
            """;

    @Test
    void a_person_sees_accounts_holdings_and_imports() throws Exception {
        upload("page.csv", POSITIONS.getBytes(StandardCharsets.UTF_8), AccountId.parse("ibkr:U0000009"));
        upload("unreadable.bin", new byte[] {0, 1, 2, 3}, null);
        Answer page = get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("ibkr:U0000009", "SIVU", "6\u202f420.00 EUR", "page.csv", "PARSED")
                .contains("Needs a look", "unreadable.bin", "UNREADABLE_ENCODING")
                .contains("&lt;b&gt;SIVU &amp; CO&lt;/b&gt;");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text()).doesNotContain("<script", "style=", "http://", "https://");
        assertThat(get("/dividendsomatic.css").status()).isEqualTo(200);
    }

    @Test
    void an_upload_from_the_page_leads_back_to_it() throws Exception {
        Answer answer = send(request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(ofString("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.csv\"\r\n\r\n"
                        + POSITIONS.replace("300", "301")
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"account\"\r\n\r\n\r\n--b--\r\n"))
                .build());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .text())
                .contains("form.csv", "refused");
    }

    @Test
    void figures_are_grouped_and_the_unknown_is_a_dash() {
        assertThat(Shown.amount(new BigDecimal("-1234567.125"))).isEqualTo("−1\u202f234\u202f567.12");
        assertThat(Shown.exact(new BigDecimal("1000.0000001"))).isEqualTo("1\u202f000");
        assertThat(Shown.percent(new BigDecimal("0.6125"))).isEqualTo("61.2 %");
        assertThat(Shown.amount(null)).isEqualTo("–");
    }
}
