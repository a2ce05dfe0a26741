package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * An account of which dividends are known for years before a report shows what it holds: what is first seen came from
 * outside. Every test has an account of its own.
 */
class FirstSeenApiTest extends RunningProgram {
    private static final List<String> FILES = List.of(
            "flex.U0000001.dividends.20230101.20260128.csv",
            "activity-2026-01-26.csv",
            "activity-2026-01-28.csv",
            "activity-2026-01-28-corrected.csv",
            "activity-2026-01-30.csv");

    private void tell(String number, List<String> files) throws IOException, InterruptedException {
        for (String file : files) {
            try (InputStream demo = getClass().getResourceAsStream("/first-seen/" + file)) {
                String text = new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8);
                Answer answer = upload(
                        file, text.replace("U0000001", number).getBytes(StandardCharsets.UTF_8), (AccountId) null);
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            }
        }
    }

    private JsonNode report(String path) throws IOException, InterruptedException {
        Answer answer = get("/api/v1/reports" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void performance_begins_where_there_is_something_to_value_and_says_so() throws Exception {
        tell("U7660001", FILES);
        JsonNode report = report("/performance?account=ibkr:U7660001&asOf=2026-01-30");

        assertThat(report.get("from").asString()).isEqualTo("2026-01-26");
        assertThat(report.get("remarks").get(0).get("code").asString()).isEqualTo("NOTHING_TO_VALUE_BEFORE");
        // prices alone: KUUSI 20.9 to 21.4 and ALFA 10.2 to 10.5 at 0.842 and 0.84, BETA short from 20.4 to 20
        assertThat(decimal(report.get("timeWeighted").get("rate")))
                .isBetween(new BigDecimal("0.022"), new BigDecimal("0.025"));
        assertThat(decimal(report.get("gain"))).isBetween(new BigDecimal("380"), new BigDecimal("400"));
    }

    @Test
    void units_that_a_report_shows_first_are_a_flow_with_reason_file_and_line() throws Exception {
        tell("U7660002", FILES);
        JsonNode flow = report("/performance?account=ibkr:U7660002&asOf=2026-01-30")
                .get("flows")
                .get(1);

        assertThat(flow.get("kind").asString()).isEqualTo("UNITS_FIRST_SEEN");
        assertThat(flow.get("symbol").asString()).isEqualTo("BETA");
        ReportsApiTest.figures(flow, "quantity", "-50", "amount", "855.78"); // 50 × 20.4 × 0.839: it is short
        assertThat(flow.get("reason").asString()).contains("no booking tells");
        assertThat(flow.get("sources").get(0).get("line").asInt()).isEqualTo(15);
    }

    @Test
    void the_waterfall_and_the_portfolio_take_them_as_put_in() throws Exception {
        tell("U7660003", FILES);
        JsonNode january = report("/waterfall?year=2026&account=ibkr:U7660003&asOf=2026-01-31")
                .get("months")
                .get(0);
        ReportsApiTest.figures(january, "firstSeen", "14002.62"); // 6270 + 10200 × 0.842 − 1020 × 0.839
        assertThat(decimal(january.get("other")))
                .isBetween(new BigDecimal("-100"), new BigDecimal("100")); // exchange rates of cash and of cost

        JsonNode totals =
                report("/portfolio?account=ibkr:U7660003&asOf=2026-01-30").get("totals");
        ReportsApiTest.figures(totals, "firstSeen", "12998.7", "netInvested", "12998.7"); // at cost
        assertThat(decimal(totals.get("netInvested")).add(decimal(totals.get("totalReturn"))))
                .isBetween(
                        decimal(totals.get("netValue")).subtract(new BigDecimal("150")),
                        decimal(totals.get("netValue")).add(new BigDecimal("150")));
        ReportsApiTest.figures(
                report("/history?account=ibkr:U7660003&from=2026-01-30&to=2026-01-30")
                        .get("points")
                        .get(0),
                "netInvested",
                "12998.7");
    }

    @Test
    void any_order_of_the_files_gives_the_same_performance() throws Exception {
        long seed = 20_260_130L;
        Random random = new Random(seed);
        List<String> answers = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            List<String> files = new ArrayList<>(FILES);
            Collections.shuffle(files, random);
            String number = "U766001" + round;
            tell(number, files);
            answers.add(figures(report("/performance?asOf=2026-01-30&account=ibkr:" + number))
                    .replace(number, ""));
        }
        assertThat(answers.stream().distinct()).as("seed %s", seed).hasSize(1);
    }

    /** All but the time of the question, and the files, whose bytes name the account. */
    private static String figures(JsonNode report) {
        List<String> flows = report.get("flows")
                .valueStream()
                .map(flow -> Stream.of("date", "kind", "amount", "symbol", "quantity")
                                .map(name -> String.valueOf(flow.get(name)))
                                .toList()
                        + flow.get("sources")
                                .valueStream()
                                .map(source -> String.valueOf(source.get("line")))
                                .toList()
                                .toString())
                .toList();
        return Stream.of("from", "to", "startValue", "endValue", "gain", "timeWeighted", "moneyWeighted", "remarks")
                        .map(name -> String.valueOf(report.get(name)))
                        .toList()
                + flows.toString();
    }

    private static BigDecimal decimal(JsonNode json) {
        return new BigDecimal(json.asString());
    }
}
