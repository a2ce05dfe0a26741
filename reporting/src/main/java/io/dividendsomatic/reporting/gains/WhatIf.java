package io.dividendsomatic.reporting.gains;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import io.dividendsomatic.portfolio.prices.VendorPrice;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.gains.WhatIfReport.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values the units that were sold at the prices of a day. */
final class WhatIf {
    private final HoldingsOn question;
    private final CurrencyCode currency;
    private final FxLookup rates;
    private final Holdings holdings;
    private final Function<Isin, List<VendorPrice>> vendors;

    WhatIf(
            HoldingsOn question,
            CurrencyCode currency,
            FxLookup rates,
            Holdings holdings,
            Function<Isin, List<VendorPrice>> vendors) {
        this.question = question;
        this.currency = currency;
        this.rates = rates;
        this.holdings = holdings;
        this.vendors = vendors;
    }

    private record Key(Object instrument, CurrencyCode currency) {}

    /** @param value of a unit with its multiplier */
    private record Price(BigDecimal value, LocalDate day, String source, boolean stale) {}

    WhatIfReport of(Collection<Gain> gains) {
        Map<Key, List<Gain>> sold = new LinkedHashMap<>();
        for (Gain gain : gains) {
            Money told = gain.proceeds() != null ? gain.proceeds() : gain.cost();
            if (gain.side() == Side.LONG && told != null) {
                sold.computeIfAbsent(new Key(GainReport.identity(gain), told.currency()), first -> new ArrayList<>())
                        .add(gain);
            }
        }
        List<Item> items = sold.entrySet().stream()
                .map(each -> item(each.getKey().currency(), each.getValue()))
                .sorted(Comparator.comparing(
                        Item::advantage, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
        BigDecimal proceeds = BigDecimal.ZERO;
        BigDecimal hypothetical = BigDecimal.ZERO;
        Quality quality = Quality.ACTUAL;
        int unvalued = 0;
        for (Item item : items) {
            quality = quality.worse(item.quality());
            if (item.proceeds() == null || item.hypothetical() == null) {
                unvalued++;
            } else {
                proceeds = proceeds.add(item.proceeds());
                hypothetical = hypothetical.add(item.hypothetical());
            }
        }
        return new WhatIfReport(
                question.asOf(),
                question.knownAt(),
                currency,
                proceeds,
                hypothetical,
                proceeds.subtract(hypothetical),
                items,
                unvalued,
                quality);
    }

    private Item item(CurrencyCode own, List<Gain> sold) {
        Gain last = sold.getLast();
        BigDecimal quantity =
                sold.stream().map(gain -> gain.quantity().value().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal proceeds = proceeds(sold);
        Price price = price(last, own).orElse(null);
        Fx fx = price == null ? Fx.MISSING : rates.rate(last.account(), own, currency, price.day, null);
        BigDecimal hypothetical = fx.convert(price == null ? null : price.value.multiply(quantity))
                .orElse(null);
        return new Item(
                last.isin(),
                last.symbol(),
                last.name(),
                own,
                quantity,
                proceeds,
                price == null ? null : price.value,
                price == null ? null : price.day,
                price == null ? null : price.source,
                fx,
                hypothetical,
                proceeds == null || hypothetical == null ? null : proceeds.subtract(hypothetical),
                quality(price, fx, proceeds));
    }

    /** Absent where those of one sale are not known. */
    private static @Nullable BigDecimal proceeds(List<Gain> sold) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Gain gain : sold) {
            BigDecimal proceeds = gain.inReportingCurrency().proceeds();
            if (proceeds == null) {
                return null;
            }
            sum = sum.add(proceeds);
        }
        return sum;
    }

    private static Quality quality(@Nullable Price price, Fx fx, @Nullable BigDecimal proceeds) {
        if (price == null) {
            return Quality.NOT_STATED;
        }
        if (fx.status() == Fx.Status.MISSING || proceeds == null) {
            return Quality.FX_MISSING;
        }
        return price.stale ? Quality.STALE_PRICE : Quality.ACTUAL;
    }

    /** As an account reports it that holds some still, else as a vendor lists it. */
    private Optional<Price> price(Gain gain, CurrencyCode own) {
        Isin isin = gain.isin();
        if (isin == null) {
            return Optional.empty();
        }
        return holdings.items().stream()
                .filter(holding -> isin.equals(holding.isin()) && own.equals(holding.currency()))
                .flatMap(holding -> reported(holding).stream())
                .findFirst()
                .or(() -> vendors.apply(isin).stream()
                        .filter(listed -> listed.currency().equals(own))
                        .findFirst()
                        .map(listed -> new Price(
                                listed.price().value(),
                                listed.date(),
                                listed.publisher(),
                                listed.isStaleAt(question.asOf()))));
    }

    private Optional<Price> reported(Holding holding) {
        return holding.accounts().stream()
                .filter(part ->
                        part.marketValue() != null && part.quantity().value().signum() != 0)
                .max(Comparator.comparing(HeldIn::asOf))
                .map(part -> new Price(
                        Objects.requireNonNull(part.marketValue())
                                .value()
                                .divide(part.quantity().value(), MathContext.DECIMAL64),
                        part.asOf(),
                        part.account().toString(),
                        part.asOf().plusDays(Quality.STALE_AFTER_DAYS).isBefore(question.asOf())));
    }
}
