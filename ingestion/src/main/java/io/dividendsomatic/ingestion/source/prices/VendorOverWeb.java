package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.ingestion.format.vendor.AnswerLine;
import io.dividendsomatic.ingestion.format.vendor.Asked;
import io.dividendsomatic.ingestion.format.vendor.Vendor;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Access;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Chain;
import io.dividendsomatic.ingestion.source.web.Hosts;
import io.dividendsomatic.ingestion.source.web.Pace;
import io.dividendsomatic.ingestion.source.web.Pause;
import io.dividendsomatic.ingestion.source.web.Web;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three vendors, each by the addresses that its documentation or its own pages use. */
final class VendorOverWeb implements VendorApi {
    private final Vendor vendor;
    private final URI url;
    private final String key;
    private final Web web;
    private final Pace pace;

    /** Throws IllegalArgumentException for a vendor that needs a key and has none. */
    VendorOverWeb(Vendor vendor, Chain chain, Clock clock, Pause pause) {
        this.vendor = vendor;
        Access access = access(vendor, chain);
        this.url = access.url() == null ? usual(vendor) : access.url();
        Secret secret = access.key();
        if (secret == null && vendor != Vendor.YAHOO) {
            throw new IllegalArgumentException(vendor.code() + " is asked with a key, and there is none");
        }
        this.key = secret == null ? "" : secret.reveal();
        this.web = new Web(Hosts.of(url), chain.timeout(), Web.bytes(chain.limit()), headers(vendor, key));
        List<Pace.Limit> limits = List.of(
                new Pace.Limit(1, Duration.ofSeconds(1)), new Pace.Limit(access.perMinute(), Duration.ofMinutes(1)));
        this.pace = new Pace(limits, clock, pause);
    }

    private static Access access(Vendor vendor, Chain chain) {
        return switch (vendor) {
            case YAHOO -> chain.yahoo();
            case FINNHUB -> chain.finnhub();
            case EODHD -> chain.eodhd();
        };
    }

    private static URI usual(Vendor vendor) {
        return URI.create(
                switch (vendor) {
                    case YAHOO -> "https://query1.finance.yahoo.com";
                    case FINNHUB -> "https://finnhub.io";
                    case EODHD -> "https://eodhd.com";
                });
    }

    /** Yahoo answers browsers only. */
    private static Map<String, String> headers(Vendor vendor, String key) {
        return switch (vendor) {
            case YAHOO -> Map.of("User-Agent", "Mozilla/5.0 (compatible; Dividendsomatic)");
            case FINNHUB -> Map.of("User-Agent", "Dividendsomatic", "X-Finnhub-Token", key);
            case EODHD -> Map.of("User-Agent", "Dividendsomatic");
        };
    }

    @Override
    public Vendor vendor() {
        return vendor;
    }

    @Override
    public Optional<String> listing(Held held) {
        return switch (vendor) {
            case YAHOO -> Listings.yahoo(held);
            case FINNHUB -> Listings.finnhub(held);
            case EODHD -> Listings.eodhd(held);
        };
    }

    @Override
    public AnswerLine ask(Asked asked) {
        pace.await();
        byte[] answer = web.get(URI.create(url + path(asked))).content(vendor.code());
        return AnswerLine.of(asked, answer);
    }

    private String path(Asked asked) {
        String listing = encoded(asked.listing());
        return switch (vendor) {
            case YAHOO ->
                "/v8/finance/chart/%s?period1=%d&period2=%d&interval=1d&events=div"
                        .formatted(
                                listing,
                                seconds(asked.from().minusDays(1)),
                                seconds(asked.to().plusDays(1)));
            case FINNHUB -> "/api/v1/quote?symbol=" + listing;
            case EODHD ->
                "/api/eod/%s?from=%s&to=%s&period=d&fmt=json&api_token=%s"
                        .formatted(listing, asked.from(), asked.to(), encoded(key));
        };
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        web.close();
    }
}
