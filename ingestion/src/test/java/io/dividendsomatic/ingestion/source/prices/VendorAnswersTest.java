package io.dividendsomatic.ingestion.source.prices;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each vendor's answers say. */
class VendorAnswersTest extends VendorCase {

    @Test
    void yahoos_chart_tells_closes_and_dividends_of_days_that_are_over() {
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA))
                .withQueryParam("interval", equalTo("1d"))
                .withQueryParam("events", equalTo("div"))
                .withHeader("User-Agent", matching("Mozilla.*"))
                .willReturn(ok(CHART.formatted("USD"))));
        assertThat(feed.fetch()).isEqualTo(new Fetched(1, 0, 0));
        assertThat(facts())
                .containsExactly(
                        price("2031-02-27", "10.3999996", "Yahoo"),
                        price("2031-02-28", "10.5", "Yahoo"),
                        new ReferenceDividend(
                                price("2031-02-28", "1", "").instrument(),
                                LocalDate.of(2031, 2, 28),
                                USD,
                                UnitPrice.of("0.12"),
                                "Yahoo"));
        assertThat(delivered).singleElement().satisfies(file -> {
            assertThat(file.source()).isEqualTo(FileSource.DOWNLOAD);
            assertThat(file.name()).isEqualTo("prices-2031-03-02.jsonl");
            assertThat(file.content())
                    .asString(StandardCharsets.UTF_8)
                    .contains("10.399999618530273")
                    .hasLineCount(1);
        });
    }

    @Test
    void pence_become_pounds_once() {
        feed = feed(List.of("yahoo"), PENCE);
        SERVER.stubFor(get(urlPathEqualTo("/v8/finance/chart/BETA.L")).willReturn(ok(CHART.formatted("GBp"))));
        feed.fetch();
        assertThat(facts().getFirst()).isInstanceOfSatisfying(ReferencePrice.class, price -> {
            assertThat(price.currency().code()).isEqualTo("GBP");
            assertThat(price.close()).hasToString("0.103999996");
        });
    }

    @Test
    void a_listing_in_another_currency_is_another_listing() {
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA)).willReturn(ok(CHART.formatted("EUR"))));
        assertThat(feed.fetch()).isEqualTo(new Fetched(0, 0, 1));
        assertThat(delivered).isEmpty();
    }

    @Test
    void finnhubs_quote_is_a_close_once_its_day_is_over() {
        feed = feed(List.of("finnhub"), ALFA);
        SERVER.stubFor(get(urlPathEqualTo(FINNHUB))
                .withQueryParam("symbol", equalTo("ALFA"))
                .withHeader("X-Finnhub-Token", equalTo(CANARY))
                .willReturn(ok("{\"c\":10.5,\"h\":11,\"l\":10,\"o\":10.2,\"pc\":10.4,\"t\":1930057800}")));
        assertThat(feed.fetch().taken()).isEqualTo(1);
        assertThat(facts()).containsExactly(price("2031-02-28", "10.5", "Finnhub"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"c\":0,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}",
                "{\"c\":10.5,\"pc\":10.4,\"t\":1930317000}",
                "{\"error\":\"no\"}",
                "<html>",
                ""
            })
    void a_quote_that_is_none_is_not_taken(String answer) {
        feed = feed(List.of("finnhub"), ALFA);
        SERVER.stubFor(get(urlPathEqualTo(FINNHUB)).willReturn(ok(answer)));
        assertThat(feed.fetch()).isEqualTo(new Fetched(0, 0, 1));
    }

    @Test
    void eodhd_lists_days() {
        feed = feed(List.of("eodhd"), ALFA, KUUSI);
        SERVER.stubFor(get(urlPathEqualTo(EODHD_ALFA))
                .withQueryParam("api_token", equalTo(CANARY))
                .withQueryParam("from", equalTo("2031-02-24"))
                .withQueryParam("to", equalTo("2031-03-02"))
                .willReturn(ok("[{\"date\":\"2031-02-28\",\"open\":1,\"close\":10.4,\"adjusted_close\":9.9}]")));
        SERVER.stubFor(
                get(urlPathEqualTo("/api/eod/KUUSI.HE")).willReturn(ok("[{\"date\":\"2031-02-28\",\"close\":21.6}]")));
        assertThat(feed.fetch().taken()).isEqualTo(1);
        assertThat(facts()).hasSize(2).first().isEqualTo(price("2031-02-28", "10.4", "EODHD"));
        assertThat(delivered.getFirst().content())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>garbage</html>",
                "{}",
                "[1,2,3]",
                "{\"chart\":{\"result\":[{}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"exchangeTimezoneName\":\"Moon/Base\"}}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"exchangeTimezoneName\":\"UTC\"},"
                        + "\"timestamp\":[1930057800],\"indicators\":{\"quote\":[{\"close\":[1,2]}]}}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"exchangeTimezoneName\":\"UTC\"},"
                        + "\"timestamp\":[1930057800],\"indicators\":{\"quote\":[{\"close\":[\"ten\"]}]}}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"exchangeTimezoneName\":\"UTC\"},"
                        + "\"timestamp\":[1930057800],\"indicators\":{\"quote\":[{\"close\":[1e999999999]}]}}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"exchangeTimezoneName\":\"UTC\"},"
                        + "\"timestamp\":[99999999999999999999],\"indicators\":{\"quote\":[{\"close\":[1]}]}}]}}"
            })
    void garbage_is_no_price(String answer) {
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA)).willReturn(ok(answer)));
        assertThat(feed.fetch()).isEqualTo(new Fetched(0, 0, 1));
        assertThat(delivered).isEmpty();
    }
}
