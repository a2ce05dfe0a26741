package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.time.Instant;
import java.util.List;

/** Of which instruments no vendor had a price when it was asked last, and why. */
public interface MissingPrices {

    /**
     * Why one vendor has none.
     *
     * @param vendor its code
     * @param code stable, in capitals, such as {@code NO_LISTING}, {@code NO_PRICE}, {@code HTTP_404}
     */
    record Reason(String vendor, String code, String message) {}

    /**
     * An instrument of which no vendor of a source has a price.
     *
     * @param askedAt when that was found
     */
    record Missing(String source, Isin isin, CurrencyCode currency, Instant askedAt, Reason reason) {}

    /** In place of what was known of that instrument; an empty list where some vendor has one. */
    void found(String source, Held held, Instant at, List<Reason> reasons);

    /** One entry a vendor, by source, instrument and the order in which the vendors were asked. */
    List<Missing> all();
}
