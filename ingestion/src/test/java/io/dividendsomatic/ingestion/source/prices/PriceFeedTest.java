package io.dividendsomatic.ingestion.source.prices;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.prices.PriceFeed.Wanted;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Access;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Chain;
import io.dividendsomatic.ingestion.source.web.PassingTime;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** The clock says Monday, 3 March 2031: the last day that is over everywhere is Sunday, the last of trading Friday. */
class PriceFeedTest {
    private static final String CANARY = "canary-key";
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Held ALFA = new Held(new Isin("US000000AA16"), "ALFA", "NYSE", USD);
    private static final Held KUUSI = new Held(new Isin("FI0000000011"), "KUUSI", "HEX", new CurrencyCode("EUR"));
    private static final Held PENCE = new Held(new Isin("US000000BB22"), "BETA", "LSE", new CurrencyCode("GBP"));

    private static final String YAHOO_ALFA = "/v8/finance/chart/ALFA";
    private static final String FINNHUB = "/api/v1/quote";
    private static final String EODHD_ALFA = "/api/eod/ALFA.US";

    /** By New York's day: Wednesday without a trade, Thursday, Friday, and Monday, which is not over. */
    private static final String CHART = """
            {"chart":{"result":[{"meta":{"currency":"%s","symbol":"ALFA","exchangeTimezoneName":"America/New_York"},
            "timestamp":[1929885000,1929971400,1930057800,1930317000],
            "events":{"dividends":{"1930057800":{"amount":0.12,"date":1930057800}}},
            "indicators":{"quote":[{"close":[null,10.399999618530273,10.5,99.0]}]}}],"error":null}}""";

    private static final String NOTHING_FOUND = """
            {"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}""";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final PassingTime time = new PassingTime();
    private final List<Delivery> delivered = new ArrayList<>();
    private Optional<LocalDate> newest = Optional.empty();
    private PriceFeed feed = feed(List.of("yahoo"), ALFA);

    @AfterEach
    void close() {
        feed.close();
    }

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
        Wanted nothing = new Wanted(List::of, one -> Optional.empty());
        assertThatThrownBy(() -> new PriceFeed("daily", chain, nothing, time, time, files -> List.of()))
                .hasMessage("finnhub is asked with a key, and there is none");
    }

    private PriceFeed feed(List<String> vendors, Held... held) {
        Access access = new Access(URI.create(SERVER.baseUrl()), Secret.of(CANARY), 30);
        Chain chain = new Chain(
                vendors,
                new Schedule(null, ZoneId.of("Europe/Helsinki"), null),
                access,
                access,
                access,
                held[0].symbol() == null ? Map.of("US000000AA16", "OWN") : Map.of(),
                7,
                Duration.ofHours(6),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1));
        return new PriceFeed("daily", chain, new Wanted(() -> List.of(held), one -> newest), time, time, this::receive);
    }

    private List<Receipt> receive(List<Delivery> files) {
        delivered.addAll(files);
        return files.stream()
                .<Receipt>map(file -> new Receipt.Taken(FileId.of(file.content())))
                .toList();
    }

    /** What the file that was handed over tells, as it is read later. */
    private List<StatementRow> facts() {
        Delivery file = delivered.getLast();
        FileArrived arrived = new FileArrived(
                FileId.of(file.content()),
                file.source(),
                file.name(),
                file.content().length,
                Instant.EPOCH,
                null,
                null);
        List<FileEvent> events = StatementFormats.builtIn().read(arrived, file.content());
        assertThat(events.getLast()).isInstanceOfSatisfying(FileParsed.class, parsed -> {
            assertThat(parsed.format()).isEqualTo("vendor-answers");
            assertThat(parsed.rows().rejected()).isZero();
        });
        return events.stream()
                .filter(RowsParsed.class::isInstance)
                .flatMap(rows -> ((RowsParsed) rows).rows().stream())
                .filter(RowParsed.class::isInstance)
                .flatMap(row -> ((RowParsed) row).facts().stream())
                .toList();
    }

    private static ReferencePrice price(String day, String price, String publisher) {
        Instrument alfa = new Instrument("ALFA", ALFA.isin(), null, null, null, null, null, null, null);
        return new ReferencePrice(alfa, LocalDate.parse(day), USD, UnitPrice.of(price), publisher);
    }
}
