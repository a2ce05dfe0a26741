package io.dividendsomatic.ingestion.source.prices;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.prices.PriceFeed.Wanted;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Access;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Chain;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class PriceFeedTest extends VendorCase {

    @Test
    void the_next_vendor_is_asked_when_the_first_has_nothing() {
        feed = feed(List.of("yahoo", "eodhd", "finnhub"), ALFA);
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA)).willReturn(ok(NOTHING_FOUND)));
        SERVER.stubFor(get(urlPathEqualTo(EODHD_ALFA)).willReturn(ok("[]")));
        SERVER.stubFor(get(urlPathEqualTo(FINNHUB)).willReturn(ok("{\"c\":10.5,\"t\":1930057800}")));
        assertThat(feed.fetch()).isEqualTo(new Fetched(1, 0, 0));
        assertThat(facts()).containsExactly(price("2031-02-28", "10.5", "Finnhub"));
    }

    @ParameterizedTest
    @CsvSource({"429, TOO_MANY_REQUESTS, false", "401, UNAUTHORIZED, true", "503, SERVER_TROUBLE, false"})
    void a_vendor_that_refuses_is_left_alone_and_the_next_is_asked(int status, String code, boolean lasting) {
        feed = feed(List.of("yahoo", "eodhd"), ALFA, KUUSI);
        SERVER.stubFor(get(urlPathMatching("/v8/.*")).willReturn(aResponse().withStatus(status)));
        SERVER.stubFor(get(urlPathMatching("/api/eod/.*")).willReturn(ok("[{\"date\":\"2031-02-28\",\"close\":1}]")));
        assertThat(feed.fetch().taken()).isEqualTo(1);
        assertThat(facts()).hasSize(2);
        SERVER.verify(1, getRequestedFor(urlPathMatching("/v8/.*")));
        feed = feed(List.of("yahoo"), ALFA, KUUSI);
        SourceFailed failed = catchThrowableOfType(SourceFailed.class, feed::fetch);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isLasting()).isEqualTo(lasting);
    }

    @Test
    void a_listing_that_is_forbidden_or_unknown_does_not_close_the_vendor() {
        feed = feed(List.of("finnhub"), PENCE, ALFA);
        feed = feed(List.of("yahoo"), KUUSI, ALFA);
        SERVER.stubFor(get(urlPathEqualTo("/v8/finance/chart/KUUSI.HE"))
                .willReturn(aResponse().withStatus(403)));
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA)).willReturn(ok(CHART.formatted("USD"))));
        assertThat(feed.fetch()).isEqualTo(new Fetched(1, 0, 1));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_cut_connection_is_a_failure_that_passes_and_tells_no_key(Fault fault) {
        feed = feed(List.of("eodhd"), ALFA);
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        SourceFailed failed = catchThrowableOfType(SourceFailed.class, feed::fetch);
        assertThat(failed.isLasting()).isFalse();
        assertThat(failed.toString()).doesNotContain(CANARY);
        assertThat(failed.getCause()).isNull();
    }

    @Test
    void what_is_known_already_is_not_asked_for() {
        newest = Optional.of(LocalDate.of(2031, 3, 2));
        assertThat(feed.fetch()).isEqualTo(Fetched.NOTHING);
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void an_instrument_is_asked_for_again_after_a_while_only() {
        SERVER.stubFor(get(urlPathEqualTo(YAHOO_ALFA)).willReturn(ok(CHART.formatted("USD"))));
        feed.fetch();
        assertThat(feed.fetch()).isEqualTo(Fetched.NOTHING);
        time.pass(Duration.ofHours(6));
        feed.fetch();
        assertThat(delivered).hasSize(2);
    }

    @Test
    void requests_keep_their_pace() {
        feed = feed(List.of("yahoo"), ALFA, KUUSI);
        SERVER.stubFor(any(anyUrl()).willReturn(ok(NOTHING_FOUND)));
        feed.fetch();
        assertThat(time.rests).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void the_user_may_say_what_a_listing_is_called() {
        feed = feed(List.of("yahoo"), new Held(ALFA.isin(), null, null, USD));
        SERVER.stubFor(get(urlPathEqualTo("/v8/finance/chart/OWN")).willReturn(ok(CHART.formatted("USD"))));
        assertThat(feed.fetch().taken()).isEqualTo(1);
    }

    @Test
    void a_vendor_without_its_key_is_refused_at_start() {
        Schedule schedule = new Schedule(null, ZoneId.of("Europe/Helsinki"), null);
        Access none = new Access(null, null, 30);
        Chain chain = new Chain(
                List.of("finnhub"),
                schedule,
                none,
                none,
                none,
                Map.of(),
                7,
                Duration.ofHours(6),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1));
        Wanted nothing = new Wanted(List::of, one -> Optional.empty(), this);
        assertThatThrownBy(() -> new PriceFeed("daily", chain, nothing, time, time, files -> List.of()))
                .hasMessage("finnhub is asked with a key, and there is none");
    }

    @Test
    void what_has_no_price_is_told_with_the_reason_of_each_vendor_until_one_has_it() {
        feed = feed(List.of("yahoo", "eodhd", "finnhub"), KUUSI, ALFA);
        SERVER.stubFor(get(urlPathMatching("/v8/.*")).willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(get(urlPathMatching("/api/eod/.*")).willReturn(ok("[]")));
        SERVER.stubFor(get(urlPathEqualTo(FINNHUB)).willReturn(ok("{\"c\":10.5,\"t\":1930057800}")));
        assertThat(feed.fetch()).isEqualTo(new Fetched(1, 0, 1));
        assertThat(missing.get(ALFA)).isEmpty();
        assertThat(missing.get(KUUSI))
                .extracting(reason -> reason.vendor() + " " + reason.code())
                .containsExactly("yahoo HTTP_404", "eodhd NO_PRICE", "finnhub NO_LISTING");

        SERVER.stubFor(get(urlPathMatching("/api/eod/.*")).willReturn(ok("[{\"date\":\"2031-02-28\",\"close\":1}]")));
        time.pass(Duration.ofHours(6));
        feed.fetch();
        assertThat(missing.get(KUUSI)).isEmpty();
    }

    @Test
    void a_vendor_that_is_left_alone_is_told_as_the_reason_of_all_that_follow() {
        feed = feed(List.of("yahoo", "finnhub"), KUUSI, PENCE);
        SERVER.stubFor(get(urlPathMatching("/v8/.*")).willReturn(aResponse().withStatus(503)));
        SourceFailed failed = catchThrowableOfType(SourceFailed.class, feed::fetch);
        assertThat(failed.code()).isEqualTo("SERVER_TROUBLE");
        assertThat(failed.fetched()).isEqualTo(new Fetched(0, 0, 2));
        assertThat(missing.get(PENCE))
                .extracting(reason -> reason.vendor() + " " + reason.code())
                .containsExactly("yahoo SERVER_TROUBLE", "finnhub NO_LISTING");
    }
}
