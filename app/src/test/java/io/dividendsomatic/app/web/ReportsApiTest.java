package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two months of an account, as every report tells them. Every test has an account of its own. */
class ReportsApiTest extends RunningProgram {
    static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"MONTH 1, 2031 - MONTH LAST, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,KUUSI,KUUSI OYJ,100001,FI0000000011,1
            """;
    static final String JANUARY = """
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,\
            Cost Basis,Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,EUR,KUUSI,100,1,10.01,1001,11,1100,99,
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,KUUSI,"2031-01-10, 10:30:00",100,10,10,-1000,-1,1001,0,0,O
            Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
            Deposits & Withdrawals,Data,EUR,2031-01-05,Electronic Fund Transfer,2000
            Interest,Header,Currency,Date,Description,Amount
            Interest,Data,EUR,2031-01-20,EUR Credit Interest for Dec-2030,3
            Interest,Data,EUR,2031-01-21,EUR Debit Interest for Dec-2030,-8
            Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures
            Cash Report,Data,Starting Cash,EUR,0,0,0
            Cash Report,Data,Ending Cash,EUR,994,994,0
            """;
    static final String FEBRUARY = """
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,\
            Cost Basis,Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,EUR,KUUSI,50,1,10.01,500.5,13,650,149.5,
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,EUR,KUUSI,"2031-02-10, 10:30:00",-50,12,12,600,-1,-500.5,98.5,0,C
            Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
            Deposits & Withdrawals,Data,EUR,2031-02-14,Electronic Fund Transfer,-500
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,EUR,2031-02-20,KUUSI(FI0000000011) Cash Dividend EUR 0.5 per Share (Ordinary Dividend),25
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,EUR,2031-02-20,KUUSI(FI0000000011) Cash Dividend EUR 0.5 per Share - FI Tax,-6,
            Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures
            Cash Report,Data,Starting Cash,EUR,994,994,0
            Cash Report,Data,Ending Cash,EUR,1112,1112,0
            """;

    private void tellOf(String number) throws Exception {
        tell(HEAD.replace("MONTH", "January").replace("LAST", "31").replace("U0000001", number) + JANUARY);
        tell(HEAD.replace("MONTH", "February").replace("LAST", "28").replace("U0000001", number) + FEBRUARY);
    }

    private void tell(String text) throws Exception {
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private JsonNode report(String path) throws Exception {
        Answer answer = get("/api/v1/reports" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static void figures(JsonNode json, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(new BigDecimal(json.get(namesAndValues[i]).asString()))
                    .as(namesAndValues[i])
                    .isEqualByComparingTo(namesAndValues[i + 1]);
        }
    }

    @Test
    void the_portfolio_tells_value_results_income_costs_and_what_was_put_in() throws Exception {
        tellOf("U7650001");
        JsonNode report = report("/portfolio?account=ibkr:U7650001&asOf=2031-02-28");

        figures(
                report.get("totals"),
                "marketValue",
                "650",
                "costBasis",
                "500.5",
                "unrealizedPnl",
                "149.5",
                "realizedPnl",
                "98.5",
                "dividends",
                "25",
                "withholdingTax",
                "6",
                "interest",
                "3",
                "interestPaid",
                "-8",
                "costs",
                "8",
                "cash",
                "1112",
                "marginLoan",
                "0",
                "netValue",
                "1762",
                "deposits",
                "2000",
                "withdrawals",
                "-500",
                "netInvested",
                "1500",
                "totalReturn",
                "262"); // and so what is there more than was put in
        assertThat(report.get("brokers").get(0).get("accounts").get(0).get("netValue"))
                .isEqualTo(report.get("totals").get("netValue"));
        assertThat(report.get("totals").get("quality").asString()).isEqualTo("ACTUAL");
        figures(
                report("/portfolio?account=ibkr:U7650001&asOf=2031-01-31").get("totals"),
                "netValue",
                "2094",
                "totalReturn",
                "94",
                "netInvested",
                "2000");
    }

    @Test
    void income_and_costs_stand_by_month() throws Exception {
        tellOf("U7650002");
        JsonNode income = report("/income?year=2031&account=ibkr:U7650002");
        assertThat(income.get("months")).hasSize(12);
        figures(income.get("months").get(0), "interest", "3", "net", "3");
        figures(income.get("months").get(1), "dividends", "25", "withholdingTax", "6", "cumulativeNet", "22");
        figures(income.get("totals"), "gross", "28", "net", "22");

        JsonNode costs = report("/costs?year=2031&account=ibkr:U7650002");
        figures(costs.get("totals"), "interest", "8", "commissions", "2", "fees", "0", "total", "10");
        assertThat(costs.get("months").get(0).get("month").asString()).isEqualTo("2031-01");
    }

    @Test
    void a_waterfall_explains_each_month_to_the_cent() throws Exception {
        tellOf("U7650006");
        JsonNode report = report("/waterfall?year=2031&account=ibkr:U7650006");

        assertThat(report.path("balance").path("verdict").asString()).isEqualTo("PASS");
        figures(report.path("balance"), "difference", "0", "percent", "0");

        figures(
                report.get("months").get(0),
                "opening",
                "0",
                "deposits",
                "2000",
                "interest",
                "3",
                "costs",
                "-8",
                "changeInUnrealized",
                "99",
                "other",
                "0",
                "closing",
                "2094");
        figures(
                report.get("months").get(1),
                "withdrawals",
                "-500",
                "dividends",
                "19",
                "realized",
                "98.5",
                "changeInUnrealized",
                "50.5",
                "other",
                "0",
                "closing",
                "1762");
        figures(report.get("totals"), "closing", "1762", "other", "0");
    }

    @Test
    void the_coverage_tells_gaps_and_age() throws Exception {
        tellOf("U7650007");
        JsonNode account = report("/coverage?account=ibkr:U7650007&asOf=2031-03-10")
                .get("accounts")
                .get(0);

        assertThat(account.get("snapshots").asInt()).isEqualTo(2);
        assertThat(account.get("lastDay").asString()).isEqualTo("2031-02-28");
        assertThat(account.get("daysOld").asInt()).isEqualTo(10);
        assertThat(account.get("snapshotGaps").get(0).get("from").asString()).isEqualTo("2031-02-01");
    }

    @Test
    void the_history_shows_each_day_with_its_quality() throws Exception {
        tellOf("U7650003");
        JsonNode history = report("/history?account=ibkr:U7650003&to=2031-02-28");

        assertThat(history.get("from").asString()).isEqualTo("2030-12-31"); // the opening balance
        JsonNode points = history.get("points");
        assertThat(points).hasSize(60);
        figures(points.get(11), "marketValue", "1000", "cash", "999", "netValue", "1999", "netInvested", "2000");
        assertThat(points.get(11).get("quality").asString()).isEqualTo("RECONSTRUCTED");
        figures(points.get(31), "marketValue", "1100", "netValue", "2094");
        assertThat(points.get(31).get("quality").asString()).isEqualTo("ACTUAL");
        figures(points.get(59), "marketValue", "650", "costBasis", "500.5", "netValue", "1762", "netInvested", "1500");
        assertThat(history.get("eras").get(1).get("quality").asString()).isEqualTo("RECONSTRUCTED");

        JsonNode months = report("/history?account=ibkr:U7650003&from=2031-01-01&to=2031-02-28&interval=month")
                .get("points");
        assertThat(months.valueStream().map(point -> point.get("date").asString()))
                .containsExactly("2031-01-31", "2031-02-28");
    }

    @Test
    void the_performance_tells_both_returns_and_the_flows() throws Exception {
        tellOf("U7650004");
        Files.createDirectories(HOME.resolve("benchmarks"));
        Files.writeString(
                HOME.resolve("benchmarks/index.csv"), "date,level\n2031-01-30,200\n2031-02-15,190\n2031-02-27,210\n");
        JsonNode report = report("/performance?account=ibkr:U7650004&from=2031-01-31&to=2031-02-28&benchmark=index");

        figures(report, "startValue", "2094", "endValue", "1762", "netFlows", "-500", "gain", "168");
        assertThat(report.get("flows")
                        .valueStream()
                        .map(flow -> flow.get("kind").asString()))
                .containsExactly("START_VALUE", "WITHDRAWAL", "END_VALUE");
        // the 10th: 599 in cash more for units of 550, so 2143 / 2094; the rest of the gain on the 28th
        assertThat(new BigDecimal(report.get("timeWeighted").get("rate").asString()))
                .isBetween(new BigDecimal("0.08"), new BigDecimal("0.10"));
        assertThat(new BigDecimal(report.get("moneyWeighted").get("yearly").asString()))
                .isPositive();
        figures(report.get("benchmark"), "rate", "0.05");
        assertThat(get("/api/v1/reports/performance?benchmark=none").status()).isEqualTo(404);
        assertThat(get("/api/v1/reports/performance?from=2031-02-01&to=2031-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_was_known_before_the_second_file_is_told_as_it_was() throws Exception {
        tell(HEAD.replace("MONTH", "January").replace("LAST", "31").replace("U0000001", "U7650005") + JANUARY);
        String between = report("/portfolio?account=ibkr:U7650005&asOf=2031-02-28")
                .get("knownAt")
                .asString();
        tell(HEAD.replace("MONTH", "February").replace("LAST", "28").replace("U0000001", "U7650005") + FEBRUARY);

        for (String path : List.of("/portfolio?asOf=2031-02-28&", "/history?to=2031-02-28&", "/income?year=2031&")) {
            JsonNode then = report(path + "account=ibkr:U7650005&knownAt=" + between);
            JsonNode now = report(path + "account=ibkr:U7650005");
            assertThat(then.get("knownAt").asString()).isEqualTo(between);
            assertThat(then).as(path).isNotEqualTo(now);
        }
        figures(
                report("/portfolio?asOf=2031-02-28&account=ibkr:U7650005&knownAt=" + between)
                        .get("totals"),
                "netValue",
                "2094");
    }
}
