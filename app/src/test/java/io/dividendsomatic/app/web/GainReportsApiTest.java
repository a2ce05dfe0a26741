package io.dividendsomatic.app.web;

import static io.dividendsomatic.app.web.ReportsApiTest.FEBRUARY;
import static io.dividendsomatic.app.web.ReportsApiTest.HEAD;
import static io.dividendsomatic.app.web.ReportsApiTest.JANUARY;
import static io.dividendsomatic.app.web.ReportsApiTest.figures;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gains, what-if, exposure, margin and one instrument; every test has an account of its own. */
class GainReportsApiTest extends RunningProgram {
    private static final String LOAN = """
            Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
            Deposits & Withdrawals,Data,EUR,2031-01-05,Electronic Fund Transfer,-1000
            Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures
            Cash Report,Data,Starting Cash,EUR,0,0,0
            Cash Report,Data,Ending Cash,EUR,-1000,-1000,0
            """;

    private void tell(String number, String month, String last, String rows) throws Exception {
        String text = HEAD.replace("MONTH", month).replace("LAST", last).replace("U0000001", number) + rows;
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void tellOf(String number) throws Exception {
        tell(number, "January", "31", JANUARY);
        tell(number, "February", "28", FEBRUARY);
    }

    private JsonNode report(String path) throws Exception {
        Answer answer = get("/api/v1/reports" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void gains_stand_by_year_with_winners_and_losers() throws Exception {
        tellOf("U7651001");
        JsonNode gains = report("/gains?year=2031&account=ibkr:U7651001");

        figures(
                gains.get("totals"),
                "sales",
                "1",
                "won",
                "1",
                "lost",
                "0",
                "gains",
                "98.5",
                "losses",
                "0",
                "net",
                "98.5");
        figures(gains.get("years").get(0), "year", "2031", "net", "98.5");
        assertThat(gains.get("winners").get(0).get("isin").asString()).isEqualTo("FI0000000011");
        assertThat(gains.get("losers")).isEmpty();
        assertThat(gains.get("quality").asString()).isEqualTo("ACTUAL");
        assertThat(report("/gains?year=2030&account=ibkr:U7651001").get("instruments"))
                .isEmpty();
        assertThat(send(request("/api/v1/reports/gains?account=ibkr:U7651001")
                                .header("Accept", "text/csv")
                                .build())
                        .text())
                .contains("FI0000000011,KUUSI,KUUSI OYJ,2031-02-10,EUR,1,1,0,98.5,0,98.5,0");
    }

    @Test
    void what_was_sold_is_held_against_what_it_would_be_worth() throws Exception {
        tellOf("U7651002");
        JsonNode report = report("/what-if?asOf=2031-02-28&account=ibkr:U7651002");

        figures(report, "proceeds", "599", "hypothetical", "650", "advantage", "-51", "unvalued", "0");
        figures(report.get("items").get(0), "quantity", "50", "price", "13", "hypothetical", "650");
        assertThat(report.get("items").get(0).get("priceSource").asString()).isEqualTo("ibkr:U7651002");
        assertThat(report("/what-if?asOf=2031-06-30&account=ibkr:U7651002")
                        .get("quality")
                        .asString())
                .isEqualTo("STALE_PRICE");
    }

    @Test
    void exposure_adds_positions_and_cash_of_each_currency_up_to_the_net_value() throws Exception {
        tellOf("U7651003");
        JsonNode report = report("/fx-exposure?asOf=2031-02-28&account=ibkr:U7651003");

        figures(report, "netValue", "1762");
        figures(
                report.get("currencies").get(0),
                "holdings",
                "1",
                "positions",
                "650",
                "cash",
                "1112",
                "rate",
                "1",
                "inReportingCurrency",
                "1762",
                "share",
                "1");
        JsonNode other = report("/fx-exposure?asOf=2031-02-28&account=ibkr:U7651003&currency=XAU");
        assertThat(other.get("quality").asString()).isEqualTo("FX_MISSING");
        assertThat(other.get("currencies").get(0).get("rate").isNull()).isTrue();
        assertThat(other.get("unresolved")).isNotEmpty();
    }

    @Test
    void margin_tells_interest_leverage_and_how_much_was_earned_back() throws Exception {
        tellOf("U7651004");
        JsonNode report = report("/margin?year=2031&asOf=2031-02-28&account=ibkr:U7651004");

        figures(
                report.get("accounts").get(0),
                "loan",
                "0",
                "netValue",
                "1762",
                "loanToValue",
                "0",
                "leverage",
                "0.3689");
        figures(report.get("months").get(0), "paid", "8", "received", "3");
        figures(report, "interestPaid", "8");
        figures(report.get("payback"), "earned", "112.5", "percent", "6.4");
        assertThat(report.get("payback").get("expectedOn").asString()).isGreaterThan("2031-02-28");
        assertThat(report.get("loans")).isEmpty();

        tell("U7651005", "January", "31", LOAN);
        JsonNode loan = report("/margin?asOf=2031-01-31&account=ibkr:U7651005");
        figures(loan.get("totals"), "loan", "1000", "netValue", "-1000", "loanToValue", "-1");
        figures(
                loan.get("loans").get(0),
                "amount",
                "1000",
                "rate",
                "4.25",
                "yearly",
                "42.50",
                "monthly",
                "3.54",
                "daily",
                "0.1164");
    }

    @Test
    void an_instrument_is_told_over_all_its_accounts() throws Exception {
        tellOf("U7651006");
        tellOf("U7651007");
        JsonNode report =
                report("/instruments/FI0000000011?asOf=2031-02-28&account=ibkr:U7651006&account=ibkr:U7651007");

        figures(
                report.get("totals"),
                "quantity",
                "100",
                "marketValue",
                "1300",
                "costBasis",
                "1001",
                "unrealizedPnl",
                "299",
                "returnPercent",
                "29.87",
                "realizedPnl",
                "197",
                "dividends",
                "50",
                "withholdingTax",
                "12",
                "totalReturn",
                "534");
        assertThat(report.get("positions")).hasSize(2);
        figures(report.get("positions").get(0), "quantity", "50", "breakEven", "10.01", "pnlPerUnit", "2.99");
        assertThat(report.get("owned").get(0).get("first").asString()).isEqualTo("2031-01-10");
        assertThat(report.get("ownedByBookings").asBoolean()).isTrue();
        figures(report.get("payback"), "recovered", "3.8");
        assertThat(get("/api/v1/reports/instruments/US000000AA16?account=ibkr:U7651006")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_fact_leads_to_its_events_files_lines_and_what_became_of_it() throws Exception {
        tellOf("U7651008");
        JsonNode sale = get("/api/v1/transactions?kind=TRADE&from=2031-02-01&account=ibkr:U7651008")
                .json()
                .get("items")
                .get(0);
        String fact = sale.get("factId").asString();
        Answer answer = get("/api/v1/explain/" + fact);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode found = answer.json();

        assertThat(found.get("account").asString()).isEqualTo("ibkr:U7651008");
        assertThat(found.get("transaction").get("sources")).isEqualTo(sale.get("sources"));
        figures(found.get("gains").get(0).get("gain"), "amount", "98.5");
        assertThat(found.get("events").get(0).get("told").asString()).isEqualTo("BOOKED");
        JsonNode file = found.get("files").get(0);
        assertThat(file.get("format").asString()).isEqualTo("ibkr-activity-statement");
        assertThat(file.get("parserVersion").asInt()).isPositive();
        assertThat(file.get("rows").get(0).get("raw").asString()).contains("Trades,Data,Order", ",-50,12,");
        assertThat(file.get("rows").get(0).get("line"))
                .isEqualTo(file.get("lines").get(0));

        JsonNode tax = get("/api/v1/transactions?kind=WITHHOLDING_TAX&account=ibkr:U7651008")
                .json()
                .get("items")
                .get(0);
        JsonNode ofTax = get("/api/v1/explain/" + tax.get("factId").asString()).json();
        assertThat(ofTax.get("dividend").get("isin").asString()).isEqualTo("FI0000000011");
        figures(ofTax.get("dividend").get("net"), "amount", "19");
        assertThat(get("/api/v1/explain/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(get("/api/v1/explain/x").status()).isEqualTo(400);
    }

    @Test
    void what_no_report_takes_is_refused_by_name() throws Exception {
        for (String wrong : new String[] {"asOf=tomorrow", "knownAt=now", "currency=1", "account=x", "account="}) {
            Answer answer = get("/api/v1/reports/gains?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().get("detail").asString()).startsWith(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(get("/api/v1/reports/margin?account=ibkr:U0").status()).isEqualTo(404);
    }
}
