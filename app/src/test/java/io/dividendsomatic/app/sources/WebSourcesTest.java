package io.dividendsomatic.app.sources;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.dividendsomatic.app.RunningProgram;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class WebSourcesTest extends RunningProgram {
    private static final String SOURCES = "/api/v1/admin/sources";
    private static final String CANARY = "canary4711token";
    private static final String SEND = "/flex/SendRequest";
    private static final String STATEMENT = "/flex/GetStatement";
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            2031-03-03,EUR,KUUSI,300,21.6,6480,5670,1,FI0000000011
            """;

    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    @TempDir
    static Path home;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:web-sources;DB_CLOSE_DELAY=-1");
        for (String login : List.of("own", "expired")) {
            String flex = "dividendsomatic.sources.flex." + login + ".";
            registry.add(flex + "token", () -> CANARY + login);
            registry.add(flex + "queries[0].id", () -> "100001");
            registry.add(flex + "queries[0].account", () -> "ibkr:U0000009");
            registry.add(flex + "url", () -> SERVER.baseUrl() + "/flex");
            registry.add(flex + "hosts", () -> "localhost");
            registry.add(flex + "schedule.cron", () -> "-");
        }
        registry.add("dividendsomatic.sources.prices.daily.vendors", () -> "yahoo");
        registry.add("dividendsomatic.sources.prices.daily.yahoo.url", SERVER::baseUrl);
        registry.add("dividendsomatic.sources.prices.daily.schedule.cron", () -> "-");
        registry.add("dividendsomatic.sources.download.ecb.url", () -> SERVER.baseUrl() + "/eurofxref.csv");
        registry.add("dividendsomatic.sources.download.ecb.schedule.cron", () -> "-");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void a_statement_comes_by_itself_and_is_held() throws Exception {
        SERVER.stubFor(WireMock.get(urlPathEqualTo(SEND))
                .withQueryParam("t", equalTo(CANARY + "own"))
                .willReturn(ok("<FlexStatementResponse><Status>Success</Status><ReferenceCode>77</ReferenceCode><Url>"
                        + SERVER.baseUrl() + STATEMENT + "</Url></FlexStatementResponse>")));
        SERVER.stubFor(WireMock.get(urlPathEqualTo(STATEMENT))
                .withQueryParam("q", equalTo("77"))
                .willReturn(ok(POSITIONS)));
        JsonNode run = polled("flex.own");
        assertThat(run.get("taken").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/api/v1/holdings?asOf=2031-03-03&account=ibkr:U0000009")
                                .json()
                                .get("total")
                                .asInt())
                        .isEqualTo(1));
        JsonNode entry = get("/api/v1/imports").json().get("items").get(0);
        assertThat(entry.get("source").asString()).isIn("FLEX_WEB_SERVICE", "DOWNLOAD");

        assertThat(polled("flex.own").get("taken").asInt()).isZero();
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)).withQueryParam("t", equalTo(CANARY + "own")));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM flex_request WHERE reference IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        pricesAreFetched();
    }

    @Test
    void a_token_that_expired_is_told_and_stands_nowhere(CapturedOutput output) throws Exception {
        SERVER.stubFor(WireMock.get(urlPathEqualTo(SEND))
                .withQueryParam("t", equalTo(CANARY + "expired"))
                .willReturn(
                        ok("<FlexStatementResponse><Status>Fail</Status><ErrorCode>1012</ErrorCode><ErrorMessage>Token "
                                + CANARY + "expired has expired.</ErrorMessage></FlexStatementResponse>")));
        JsonNode problem = polled("flex.expired").get("problem");
        assertThat(problem.get("code").asString()).isEqualTo("FLEX_1012");
        assertThat(problem.get("lasting").asBoolean()).isTrue();
        assertThat(problem.get("message").asString())
                .contains("the token has expired: make a new one in Client Portal");

        new Traces()
                .database(jdbc)
                .files(home)
                .text(output.toString())
                .text(get(SOURCES).text())
                .text(get("/").text())
                .tell("FLEX_1012")
                .doNotTell(CANARY);
    }

    @Test
    void reference_rates_are_fetched_once_and_convert() throws Exception {
        SERVER.stubFor(WireMock.get(urlPathEqualTo("/eurofxref.csv"))
                .willReturn(ok("Date,USD,JPY,\n2031-03-03,1.25,160.5,\n")));
        assertThat(polled("download.ecb").get("taken").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode fx =
                    get("/api/v1/fx-rates?currency=USD&date=2031-03-03").json().get("fx");
            assertThat(fx.get("status").asString()).isEqualTo("KNOWN");
            assertThat(fx.get("rate").asString()).isEqualTo("0.8");
        });
        assertThat(polled("download.ecb").get("known").asInt()).isEqualTo(1);
    }

    private void nothingIsListed() throws Exception {
        String all = "/api/v1/prices";
        JsonNode unasked = get(all).json().get("missing").get(0);
        assertThat(unasked.get("isin").asString()).isEqualTo("FI0000000011");
        assertThat(unasked.get("currency").asString()).isEqualTo("EUR");
        assertThat(unasked.get("reasons").get(0).get("code").asString()).isEqualTo("NOT_ASKED");
        SERVER.stubFor(
                WireMock.get(urlPathEqualTo("/v8/finance/chart/KUUSI.HE")).willReturn(WireMock.status(503)));
        assertThat(polled("prices.daily").get("problem").get("code").asString()).isEqualTo("SERVER_TROUBLE");
        JsonNode reason = get(all).json().get("missing").get(0).get("reasons").get(0);
        assertThat(reason.get("source").asString()).isEqualTo("prices.daily");
        assertThat(reason.get("vendor").asString()).isEqualTo("yahoo");
        assertThat(reason.get("code").asString()).isEqualTo("SERVER_TROUBLE");
        assertThat(reason.has("askedAt")).isTrue();
        SERVER.resetRequests();
    }

    /** The price of a vendor stands beside the broker's, with its own line, and never in its place. */
    private void pricesAreFetched() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        nothingIsListed();
        SERVER.stubFor(WireMock.get(urlPathEqualTo("/v8/finance/chart/KUUSI.HE"))
                .willReturn(ok("""
                {"chart":{"result":[{"meta":{"currency":"EUR","exchangeTimezoneName":"UTC"},"timestamp":[%d],
                "indicators":{"quote":[{"close":[22.5]}]}}],"error":null}}""".formatted(yesterday.getEpochSecond()))));
        assertThat(polled("prices.daily").get("taken").asInt()).isEqualTo(1);
        String asked = "/api/v1/prices?isin=FI0000000011";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get(asked).json().get("items").size()).isEqualTo(1));
        JsonNode price = get(asked).json().get("items").get(0);
        assertThat(price.get("price").get("amount").asString()).isEqualTo("22.5");
        assertThat(price.get("ageDays").asInt()).isEqualTo(1);
        assertThat(price.get("quality").asString()).isEqualTo("VENDOR");
        assertThat(price.get("publisher").asString()).isEqualTo("Yahoo");
        JsonNode source = price.get("sources").get(0);
        assertThat(get("/api/v1/imports/" + source.get("fileId").asString() + "/content")
                        .text())
                .contains("\"isin\":\"FI0000000011\"", "22.5");
        assertThat(get(asked + "&date=2031-03-03")
                        .json()
                        .get("items")
                        .get(0)
                        .get("quality")
                        .asString())
                .isEqualTo("STALE");
        assertThat(get("/api/v1/prices").json().get("items").size()).isEqualTo(1);
        assertThat(get("/api/v1/prices").json().get("missing").size()).isZero();
        assertThat(get(asked + "&date=2020-01-01").json().get("items").size()).isZero();
        assertThat(get(asked + "&date=2020-01-01").json().get("missing").size()).isEqualTo(1);
        assertThat(get("/api/v1/holdings?asOf=2031-03-03&account=ibkr:U0000009").text())
                .contains("\"markPrice\":\"21.6\"");

        assertThat(polled("prices.daily").get("taken").asInt()).isZero();
        SERVER.verify(1, getRequestedFor(urlPathEqualTo("/v8/finance/chart/KUUSI.HE")));
    }

    private JsonNode polled(String source) throws Exception {
        long runs = get(SOURCES + "/" + source).json().get("runs").asLong();
        assertThat(send(request(SOURCES + "/" + source + "/poll")
                                .POST(BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode now = get(SOURCES + "/" + source).json();
            return now.get("runs").asLong() > runs && now.get("lastRun").has("endedAt");
        });
        return get(SOURCES + "/" + source).json().get("lastRun");
    }
}
