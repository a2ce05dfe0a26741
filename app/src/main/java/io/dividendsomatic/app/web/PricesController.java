package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dividendsomatic.ingestion.source.prices.MissingPrices;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final MissingPrices missing;
    private final Clock clock;

    PricesController(VendorPrices prices, MissingPrices missing, Clock clock) {
        this.prices = prices;
        this.missing = missing;
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
            Isin isin,
            Money price,
            LocalDate date,
            long ageDays,
            Quality quality,
            String publisher,
            List<SourceRef> sources) {

        static Price of(Isin isin, VendorPrice price, LocalDate day) {
            return new Price(
                    isin,
                    new Money(new Amount(price.price().value()), price.currency()),
                    price.date(),
                    price.ageAt(day),
                    price.isStaleAt(day) ? Quality.STALE : Quality.VENDOR,
                    price.publisher(),
                    List.of(price.source()));
        }
    }

    /**
     * An instrument without any price.
     *
     * @param currency in which it is held; absent when it is not held
     * @param reasons one for each vendor that was asked, or that nobody was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithoutPrice(Isin isin, @Nullable CurrencyCode currency, List<WhyNoPrice> reasons) {}

    /**
     * Why there is no price.
     *
     * @param code {@code NO_LISTING}, {@code NO_PRICE}, {@code NOT_ASKED}, or that of a failure such as {@code HTTP_404}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhyNoPrice(
            @Nullable String source,
            @Nullable String vendor,
            String code,
            String message,
            @Nullable Instant askedAt) {
        static final WhyNoPrice NOT_ASKED =
                new WhyNoPrice(null, null, "NOT_ASKED", "no source of prices has asked for it", null);

        static WhyNoPrice of(MissingPrices.Missing one) {
            MissingPrices.Reason reason = one.reason();
            return new WhyNoPrice(one.source(), reason.vendor(), reason.code(), reason.message(), one.askedAt());
        }
    }

    /** The newest price of each vendor and currency, and what has none, each instrument with the reasons. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Prices(
            @Nullable Isin isin, LocalDate asOf, Instant knownAt, List<Price> items, List<WithoutPrice> missing) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The newest price of each vendor at or before a day, with its age and its source;"
                    + " without an ISIN of everything that is held now")
    Prices prices(
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Moment at = Moment.of(date, knownAt, clock);
        Map<Isin, Optional<CurrencyCode>> asked = asked(isin);
        List<Price> items = new ArrayList<>();
        List<WithoutPrice> none = new ArrayList<>();
        List<MissingPrices.Missing> told = missing.all();
        asked.forEach((one, currency) -> {
            List<VendorPrice> found = prices.newest(one, at.asOf(), at.knownAt());
            found.forEach(price -> items.add(Price.of(one, price, at.asOf())));
            if (found.isEmpty()) {
                none.add(new WithoutPrice(one, currency.orElse(null), reasons(one, told)));
            }
        });
        return new Prices(isin, at.asOf(), at.knownAt(), items, none);
    }

    private Map<Isin, Optional<CurrencyCode>> asked(@Nullable Isin isin) {
        Map<Isin, Optional<CurrencyCode>> asked = new LinkedHashMap<>();
        prices.held().stream()
                .filter(held -> isin == null || held.isin().equals(isin))
                .forEach(held -> asked.putIfAbsent(held.isin(), Optional.of(held.currency())));
        if (isin != null) {
            asked.putIfAbsent(isin, Optional.empty());
        }
        return asked;
    }

    private static List<WhyNoPrice> reasons(Isin isin, List<MissingPrices.Missing> told) {
        List<WhyNoPrice> reasons = told.stream()
                .filter(one -> one.isin().equals(isin))
                .map(WhyNoPrice::of)
                .toList();
        return reasons.isEmpty() ? List.of(WhyNoPrice.NOT_ASKED) : reasons;
    }
}
