package io.dividendsomatic.app.dashboard;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PagesTest extends RunningProgram {
    /** An instrument of this test alone: all tests share the program, and holdings add up over its accounts. */
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,AssetClass,FXRateToBase,ISIN
            2025-01-02,EUR,SIVU,<b>SIVU & CO</b>,300,21.4,6420,18.9,5670,STK,1,FI0000002009
            """;

    private void uploadPositions() throws Exception {
        upload("page.csv", POSITIONS.getBytes(StandardCharsets.UTF_8), AccountId.parse("ibkr:U0000009"));
    }

    @Test
    void a_person_sees_what_needs_a_look_before_figures() throws Exception {
        uploadPositions();
        upload("unreadable.bin", new byte[] {0, 1, 2, 3}, null);
        String page = get("/?account=ibkr:U0000009").text();

        assertThat(page).contains("Needs a look", "unreadable.bin", "UNREADABLE_ENCODING", "6\u202f420.00");
        assertThat(page.indexOf("Needs a look")).isLessThan(page.indexOf("6\u202f420.00"));
    }

    @Test
    void refused_files_come_before_those_of_which_only_a_row_was_refused_and_all_are_a_click_away() throws Exception {
        for (int i = 0; i < 6; i++) {
            upload("refused-%d.bin".formatted(i), new byte[] {0, 1, 2, (byte) (60 + i)}, null);
        }
        upload(
                "partly.csv",
                (POSITIONS + "2025-01-02,EUR,OSA,,many,1,1,1,1,STK,1,FI0000002058\n").getBytes(StandardCharsets.UTF_8),
                AccountId.parse("ibkr:U0000039"));
        String page = get("/?account=ibkr:U0000039").text();

        assertThat(page).contains("refused-5.bin", "/imports?account=ibkr%3AU0000039&amp;attention=true");
        assertThat(page).doesNotContain("partly.csv");
        assertThat(get("/imports?account=ibkr:U0000039&attention=true&size=500").text())
                .containsSubsequence("refused-5.bin", "refused-0.bin", "partly.csv");
        assertThat(get("/imports?account=ibkr:U0000009&attention=true&size=500").text())
                .doesNotContain("partly.csv");
        assertThat(get("/imports?attention=true&knownAt=2020-01-01T00:00").text())
                .doesNotContain("refused-5.bin");
    }

    @Test
    void totals_in_a_currency_without_rates_are_unknown_and_not_nothing() throws Exception {
        uploadPositions();

        String query = "?account=ibkr:U0000009&currency=KWD";
        assertThat(get("/" + query).text()).contains("href=\"/holdings?account=ibkr%3AU0000009&amp;currency=KWD\">–<");
        assertThat(get("/holdings" + query).text()).contains("<span>–</span> <span class=\"unit\">KWD<");
        assertThat(get("/income" + query).text()).contains(">0.00<"); // nothing was paid
    }

    @Test
    void a_browser_that_asks_for_nothing_we_have_gets_a_page_and_a_program_a_problem() throws Exception {
        Answer page = send(request("/nowhere").header("Accept", "text/html").build());
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("<main", "NOT_FOUND");

        assertThat(get("/nowhere").json().path("status").asInt()).isEqualTo(404);
        assertThat(send(request("/api/v1/nowhere").header("Accept", "text/html").build())
                        .text())
                .doesNotContain("<main");
    }

    @Test
    void a_year_with_a_digit_too_much_does_not_tell_days_of_which_nothing_is_known() throws Exception {
        uploadPositions();
        JsonNode report = get("/api/v1/reports/history?asOf=9999-01-01&interval=month&account=ibkr:U0000009")
                .json();

        assertThat(report.path("points").size()).isBetween(1, 100);
        assertThat(get("/api/v1/reports/performance?asOf=9999-01-01&account=ibkr:U0000009")
                        .json()
                        .path("to")
                        .asString())
                .startsWith("20");
    }

    @Test
    void a_page_brings_nothing_from_elsewhere_and_no_script_of_its_own() throws Exception {
        uploadPositions();
        Answer page = get("/holdings?account=ibkr:U0000009");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';");
        assertThat(page.text())
                .contains("&lt;b&gt;SIVU &amp; CO&lt;/b&gt;")
                .doesNotContain("style=", "onclick", "http://", "https://")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void a_table_is_sorted_filtered_and_given_as_csv_as_it_is_shown() throws Exception {
        uploadPositions();
        String query = "?account=ibkr:U0000009&sort=-value&q=siv";

        assertThat(get("/holdings" + query).text()).contains("aria-sort=\"descending\"", "SIVU", "1–1 of 1");
        assertThat(get("/holdings.csv" + query).text())
                .startsWith(
                        "instrument,isin,name,accounts,quantity,price,priceCurrency,nativeValue,nativeValueCurrency,"
                                + "asOf,origin,value,reportingCurrency,quality,basis,basisDay,cost,")
                .contains("SIVU,FI0000002009,<b>SIVU & CO</b>,ibkr:U0000009,300,21.4,EUR,6420,EUR,"
                        + "2025-01-02,REPORTED,6420,EUR,")
                .contains(",5670,750,");
        assertThat(get("/holdings.csv?account=ibkr:U0000009&q=nobody").text()).doesNotContain("SIVU");
        assertThat(get("/holdings?sort=nothing").status()).isEqualTo(400);
    }

    @Test
    void a_file_of_a_page_has_every_row_and_says_what_it_was_asked_for() throws Exception {
        String rows = IntStream.range(0, 70)
                .mapToObj(i -> "2025-01-02,SEK,RIVI%02d,,3,10,30,9,27,STK,1,\n".formatted(i))
                .collect(Collectors.joining());
        upload(
                "rows.csv",
                (POSITIONS.lines().findFirst().orElseThrow() + "\n" + rows).getBytes(StandardCharsets.UTF_8),
                AccountId.parse("ibkr:U0000029"));
        String query = "?account=ibkr:U0000029&asOf=2025-01-03&currency=SEK&knownAt=2099-01-01T00:00";

        assertThat(get("/holdings" + query).text())
                .contains("1–50 of 70", "href=\"/holdings.csv?account=ibkr%3AU0000029&amp;asOf=2025-01-03");
        assertThat(get("/holdings.csv" + query + "&size=7&page=1").text().lines())
                .hasSize(8);
        assertThat(get("/holdings.csv" + query + "&q=rivi0").text().lines()).hasSize(11);
        Answer csv = get("/holdings.csv" + query);
        assertThat(csv.text().lines()).hasSize(71);
        assertThat(csv.header("Content-Disposition"))
                .contains("holdings_as-of-2025-01-03_known-at-20990101T000000Z_SEK.csv");
        assertThat(csv.header("Read-Model-Generations")).contains("holdings=");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                get("/holdings.xlsx" + query).response().body()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(71);
            assertThat(workbook.getSheet(1).orElseThrow().read().stream()
                            .filter(row -> row.getCellCount() > 1)
                            .map(row ->
                                    row.getCellText(0) + "=" + row.getCell(1).getRawValue()))
                    .contains("known at=2099-01-01T00:00:00Z", "reporting currency=SEK")
                    .anyMatch(line -> line.startsWith("as of=") && line.length() > "as of=".length());
        }
    }

    @Test
    void the_look_goes_along_to_every_page() throws Exception {
        uploadPositions();
        String page = get("/holdings?asOf=2025-03-04&account=ibkr:U0000009&currency=SEK&knownAt=2026-01-01T10:00&q=x")
                .text();

        assertThat(page)
                .contains("href=\"/transactions?asOf=2025-03-04&amp;account=ibkr%3AU0000009&amp;currency=SEK"
                        + "&amp;knownAt=2026-01-01T10%3A00\"")
                .contains("href=\"/holdings?asOf=2025-03-03&amp;");
    }

    @Test
    void a_figure_leads_to_file_and_line() throws Exception {
        uploadPositions();
        String figure = get("/figures/holding?instrument=FI0000002009&native=EUR&account=ibkr:U0000009")
                .text();

        assertThat(figure).contains("page.csv", "line 2", "2025-01-02,EUR,SIVU");
    }

    @Test
    void an_upload_from_the_page_leads_to_what_became_of_it() throws Exception {
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
    void an_upload_without_scripts_may_name_an_account_that_no_file_named_yet() throws Exception {
        Answer answer = send(request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(ofString("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"first.csv\"\r\n\r\n"
                        + POSITIONS.replace("SIVU", "UUSI").replace("FI0000002009", "FI0000002041")
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"account\"\r\n\r\nsaxo:NEW1\r\n--b--\r\n"))
                .build());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(get("/holdings?account=saxo:NEW1").text()).contains("UUSI");
    }

    @Test
    void an_address_with_something_else_in_the_place_of_an_isin_is_refused() throws Exception {
        Answer page = get("/instruments/nothing");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("BAD_PARAMETER", "<main");
    }

    @Test
    void a_file_is_taken_back_with_a_reason_after_its_effect_was_shown_and_counts_again() throws Exception {
        String positions = POSITIONS.replace("FI0000002009", "FI0000002025").replace("SIVU", "PERU");
        String file = upload(
                        "mistake.csv", positions.getBytes(StandardCharsets.UTF_8), AccountId.parse("ibkr:U0000019"))
                .json()
                .path("fileId")
                .asString();
        String holdings = "/holdings.csv?account=ibkr:U0000019&asOf=2025-01-02";

        assertThat(get("/imports/" + file + "/retraction").text())
                .contains("ibkr:U0000019: 2 facts would count no more");
        assertThat(get(holdings).text()).contains("PERU");
        assertThat(post("/imports/" + file + "/retraction", "reason=+").status())
                .isEqualTo(400);

        assertThat(post("/imports/" + file + "/retraction", "reason=wrong+account")
                        .header("Location"))
                .endsWith("/imports/" + file);
        assertThat(get("/imports/" + file).text()).contains("undone", "wrong account", "Make it count again");
        assertThat(get(holdings).text()).doesNotContain("PERU");

        assertThat(post("/imports/" + file + "/restoration", "").status()).isEqualTo(302);
        assertThat(get("/imports/" + file).text()).doesNotContain("wrong account");
        assertThat(get(holdings).text()).contains("PERU");
    }

    private Answer post(String path, String form) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(ofString(form))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=yesterday", "account=nobody", "currency=XYZ", "page=-1", "knownAt=then"})
    void a_page_that_cannot_be_shown_says_why(String query) throws Exception {
        Answer page = get("/holdings?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("BAD_PARAMETER", "<main");
    }

    @Test
    void languages_theme_and_privacy_are_kept_by_the_browser() throws Exception {
        uploadPositions();
        Answer chosen = send(request("/preferences")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(ofString("language=fi&back=//elsewhere.example"))
                .build());
        assertThat(chosen.header("Set-Cookie")).startsWith("language=fi;").contains("HttpOnly", "SameSite=Strict");
        assertThat(chosen.header("Location")).endsWith("/").doesNotContain("elsewhere");

        String page = send(request("/holdings?account=ibkr:U0000009")
                        .header("Cookie", "language=fi; theme=dark; privacy=on")
                        .build())
                .text();
        String lines = send(request("/figures/holding?instrument=FI0000002009&native=EUR&account=ibkr:U0000009")
                        .header("Cookie", "privacy=on")
                        .build())
                .text();
        assertThat(lines).contains("page.csv", "•••").doesNotContain("2025-01-02,EUR,SIVU");
        assertThat(page)
                .contains("lang=\"fi\"", "data-theme=\"dark\"", "Omistukset", "2.1.2025", "•••")
                .doesNotContain("420,00");
        assertThat(send(request("/holdings?account=ibkr:U0000009")
                                .header("Accept-Language", "sv-FI, en;q=0.5")
                                .build())
                        .text())
                .contains("Innehav", "6\u00a0420,00");
    }
}
