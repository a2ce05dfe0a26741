package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whom to ask for prices.
 *
 * @param prices by names of the user's own; none unless configured
 */
@ConfigurationProperties("dividendsomatic.sources")
public record PriceSettings(@DefaultValue Map<String, Chain> prices) {
    public PriceSettings {
        prices = Map.copyOf(prices);
    }

    /**
     * Vendors that are asked one after the other: the first that has a price is taken.
     *
     * @param vendors in their order, such as {@code yahoo,eodhd,finnhub}
     * @param finnhub how that vendor is reached, as the two that follow
     * @param listings what a vendor calls an instrument, by its ISIN, where neither its exchange nor its country tells
     * @param days before today for which prices are asked
     * @param again after which an instrument without a new price is asked for once more
     * @param timeout for one answer
     * @param limit the largest answer that is taken
     */
    public record Chain(
            List<String> vendors,
            @DefaultValue Schedule schedule,
            @DefaultValue Access yahoo,
            @DefaultValue Access finnhub,
            @DefaultValue Access eodhd,
            @DefaultValue Map<String, String> listings,
            @DefaultValue("7") int days,
            @DefaultValue("6h") Duration again,
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("4MB") DataSize limit) {
        public Chain {
            vendors = List.copyOf(vendors);
            listings = Map.copyOf(listings);
        }
    }

    /**
     * The way to a vendor.
     *
     * @param url absent for the vendor's own
     * @param key that the vendor knows its customer by
     * @param perMinute requests
     */
    public record Access(
            @Nullable URI url,
            @Nullable Secret key,
            @DefaultValue("30") int perMinute) {}
}
