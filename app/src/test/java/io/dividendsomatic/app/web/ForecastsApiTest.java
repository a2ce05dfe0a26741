package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Forecasts are of the day on which they are made, so what files tell here lies around today. */
class ForecastsApiTest extends RunningProgram {
    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    private static final String ACCOUNT = "ibkr:U7500001";
    private static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"FROM - UNTIL"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U7500001
            Account Information,Data,Base Currency,USD
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,100001,US000000AA16,1
            """;
    private static final String POSITIONS = """
            Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,\
            Close Price,Value,Unrealized P/L,Code
            Open Positions,Data,Summary,Stocks,USD,ALFA,100,1,8,800,10,1000,200,
            """;
    private static final String DIVIDENDS = """
            Dividends,Header,Currency,Date,Description,Amount
            """;

    private static String row(LocalDate day, String rate, String amount) {
        return "Dividends,Data,USD,%s,ALFA(US000000AA16) Cash Dividend USD %s per Share (Ordinary Dividend),%s%n"
                .formatted(day, rate, amount);
    }

    private static String head(LocalDate from, LocalDate to) {
        return HEAD.replace("FROM", words(from)).replace("UNTIL", words(to));
    }

    private static String words(LocalDate day) {
        String month = day.getMonth().toString();
        return "%s%s %d, %d"
                .formatted(
                        month.charAt(0),
                        month.substring(1).toLowerCase(Locale.ROOT),
                        day.getDayOfMonth(),
                        day.getYear());
    }

    private void tell(String text) throws Exception {
        Answer answer = upload("told.csv", text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private JsonNode ask(String path) throws Exception {
        Answer answer = get("/api/v1/dividends/forecast" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode make() throws Exception {
        Answer answer = send(request("/api/v1/dividends/forecast?account=" + ACCOUNT)
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").get(0);
    }

    @Test
    void a_forecast_is_kept_as_it_was_made_and_graded_when_the_money_came() throws Exception {
        LocalDate newest = today.minusDays(20);
        tell(head(newest.minusMonths(9), today)
                + POSITIONS
                + DIVIDENDS
                + row(newest.minusMonths(9), "0.2", "20")
                + row(newest.minusMonths(6), "0.2", "20")
                + row(newest.minusMonths(3), "0.2", "20")
                + row(newest, "0.2", "20"));
        ask("?months=12&account=" + ACCOUNT);
        assertThat(ask("/kept?account=" + ACCOUNT).get("total").asInt())
                .as("looking makes none")
                .isZero();

        JsonNode made = make();
        assertThat(made.get("isNew").asBoolean()).isTrue();
        assertThat(made.get("lines").asInt()).isEqualTo(4);
        assertThat(make().get("isNew").asBoolean()).isFalse();
        JsonNode kept = ask("/kept?account=" + ACCOUNT);
        assertThat(kept.get("total").asInt()).isEqualTo(4);
        JsonNode next = kept.get("items").get(0);
        assertThat(next.get("madeOn").asString()).isEqualTo(today.toString());
        assertThat(next.get("gross").get("amount").asString()).isEqualTo("20");
        LocalDate expected = LocalDate.parse(next.get("payDate").asString());

        LocalDate later = expected.plusMonths(9);
        tell(head(today, later) + DIVIDENDS + row(expected.plusDays(2), "0.15", "15"));
        assertThat(ask("/kept?account=" + ACCOUNT).get("items")).isEqualTo(kept.get("items"));
        String then = "account=%s&asOf=%s".formatted(ACCOUNT, expected.plusDays(3));
        JsonNode grade = ask("/grades/payments?" + then).get("items").get(0);
        assertThat(grade.get("verdict").asString()).isEqualTo("PAID");
        assertThat(grade.get("error").get("amount").asString()).isEqualTo("-5");
        assertThat(grade.get("paidOn").asString())
                .isEqualTo(expected.plusDays(2).toString());
        assertThat(grade.get("sources")).hasSize(1);
        JsonNode line = ask("/grades?" + then).get("items").get(0);
        assertThat(line.get("horizonMonths").asInt())
                .isEqualTo(grade.get("horizonMonths").asInt());
        assertThat(line.get("absoluteError").get("amount").asString()).isEqualTo("5");
        assertThat(line.get("percent").asString()).isEqualTo("33.3");
        assertThat(ask("/grades?account=%s&asOf=%s".formatted(ACCOUNT, today.minusDays(1)))
                        .get("total")
                        .asInt())
                .isZero();
        Answer csv = send(request("/api/v1/dividends/forecast/grades?" + then)
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.text().lines().toList().get(1)).contains(",USD,1,0,0,", ",20,15,-5,5,33.3");
    }
}
