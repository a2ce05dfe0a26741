package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.prices.VendorPrice;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an instrument cost as vendors list it. No holding is valued by it: the broker's own price stands there. */
@RestController
@RequestMapping("/api/v1/prices")
@Tag(name = "Vendors' prices")
class PricesController {
    private final VendorPrices prices;
    private final Clock clock;

    PricesController(VendorPrices prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /** Whether a price is of the day, or of so few days before that no newer one is to be expected. */
    enum Quality {
        VENDOR,
        STALE
    }

    /**
     * The price of one unit.
     *
     * @param date at the end of which it was paid
     * @param ageDays from then to the day that was asked for
     * @param publisher the vendor that lists it
     */
    record Price(
            Money price, LocalDate date, long ageDays, Quality quality, String publisher, List<SourceRef> sources) {

        static Price of(VendorPrice price, LocalDate day) {
            return new Price(
                    new Money(new Amount(price.price().value()), price.currency()),
                    price.date(),
                    price.ageAt(day),
                    price.isStaleAt(day) ? Quality.STALE : Quality.VENDOR,
                    price.publisher(),
                    List.of(price.source()));
        }
    }

    /** The newest price of each vendor and currency; none when nobody lists any. */
    record Prices(Isin isin, LocalDate asOf, Instant knownAt, List<Price> items) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The newest price of each vendor at or before a day, with its age and its source")
    Prices prices(
            @RequestParam Isin isin,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Moment at = Moment.of(date, knownAt, clock);
        List<Price> items = prices.newest(isin, at.asOf(), at.knownAt()).stream()
                .map(price -> Price.of(price, at.asOf()))
                .toList();
        return new Prices(isin, at.asOf(), at.knownAt(), items);
    }
}
