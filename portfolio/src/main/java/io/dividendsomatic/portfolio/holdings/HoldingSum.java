package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holding.InReportingCurrency;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.holdings.Valuing.Worth;
import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The positions of one instrument in one currency, added up while the snapshots are walked in order. */
final class HoldingSum {
    private final @Nullable Isin isin;
    private final CurrencyCode currency;
    private final Identities identities;
    private final Map<AccountId, Part> accounts = new LinkedHashMap<>();
    private final SortedSet<SourceRef> sources = new TreeSet<>();
    private final List<HeldPosition> positions = new ArrayList<>();

    /** A position as far as its conversion goes: it is worth what it was on the day of its snapshot. */
    record Rated(AccountId account, LocalDate day, @Nullable FxRate own) {}

    /** What an account holds, before it is converted. */
    private record Part(
            AccountSnapshot snapshot,
            Quantity quantity,
            @Nullable Amount marketValue,
            @Nullable Amount costBasis,
            @Nullable Amount unrealizedPnl,
            List<Money> costsApart,
            @Nullable Basis basis,
            List<@Nullable FxRate> own) {

        List<Rated> rated() {
            return own.stream()
                    .map(rate -> new Rated(snapshot.account(), snapshot.asOf(), rate))
                    .toList();
        }

        HeldIn held(Fx fx, CurrencyCode reporting) {
            return new HeldIn(
                    snapshot.account(),
                    quantity,
                    snapshot.asOf(),
                    snapshot.origin(),
                    marketValue,
                    costBasis,
                    unrealizedPnl,
                    costsApart,
                    basis,
                    fx,
                    InReportingCurrency.of(
                            reporting,
                            new Figures(
                                    converted(fx, marketValue),
                                    converted(fx, costBasis),
                                    converted(fx, unrealizedPnl))));
        }

        private static @Nullable BigDecimal converted(Fx fx, @Nullable Amount amount) {
            return fx.convert(amount == null ? null : amount.value()).orElse(null);
        }
    }

    /** @param isin by which the instrument is known now; absent when it has none */
    HoldingSum(@Nullable Isin isin, CurrencyCode currency, Identities identities) {
        this.isin = isin;
        this.currency = currency;
        this.identities = identities;
    }

    void add(AccountSnapshot snapshot, HeldPosition position, Valuing valuing) {
        Optional<Worth> worth = position.marketValue() == null ? valuing.worth(snapshot, position) : Optional.empty();
        Amount value = worth.map(Worth::value).orElse(position.marketValue());
        Part part = new Part(
                snapshot,
                position.quantity(),
                value,
                position.costBasis(),
                unrealized(position, value),
                position.costsApart(),
                worth.map(Worth::basis).orElse(null),
                Collections.singletonList(position.fxRateToBase()));
        accounts.merge(snapshot.account(), part, HoldingSum::sum);
        sources.addAll(position.sources());
        positions.add(position);
    }

    CurrencyCode currency() {
        return currency;
    }

    /** @param rate that of an account's positions */
    Holding holding(Function<List<Rated>, Fx> rate, CurrencyCode reporting) {
        Part all = accounts.values().stream().reduce(HoldingSum::sum).orElseThrow();
        List<HeldIn> parts = accounts.values().stream()
                .map(part -> part.held(rate.apply(part.rated()), reporting))
                .toList();
        Instrument instrument = instrument();
        return new Holding(
                isin,
                instrument.symbol(),
                instrument.name(),
                instrument.assetClass(),
                currency,
                all.quantity(),
                onlyPrice(),
                all.marketValue(),
                all.costBasis(),
                all.unrealizedPnl(),
                newest(parts),
                InReportingCurrency.of(
                        reporting,
                        parts.stream()
                                .map(part -> part.inReportingCurrency().figures())
                                .reduce(Figures.UNKNOWN, Figures::plus)),
                null,
                parts,
                List.copyOf(sources));
    }

    /** Of those that are known; of one day that of the first account. */
    private static Fx newest(List<HeldIn> parts) {
        return parts.stream()
                .map(HeldIn::fx)
                .filter(fx -> fx.date() != null)
                .min(Comparator.comparing(fx -> Objects.requireNonNull(fx.date()), Comparator.reverseOrder()))
                .orElse(Fx.MISSING);
    }

    /** As those rows name it that tell the ISIN by which it is known, also where none of them is held; then as the others do. */
    private Instrument instrument() {
        Instrument told = positions.stream()
                .map(HeldPosition::instrument)
                .sorted(Comparator.comparing(one -> !Objects.equals(one.isin(), isin))) // stable
                .reduce(Instrument::completedBy)
                .orElseThrow();
        return merged(told)
                ? identities
                        .lastCalled(Objects.requireNonNull(isin))
                        .map(name -> name.completedBy(told))
                        .orElse(told)
                : told;
    }

    /** Whether all of them tell an ISIN by which it is known no longer. */
    private boolean merged(Instrument told) {
        return isin != null
                && told.isin() != null
                && !told.isin().isInternal()
                && !told.isin().equals(isin);
    }

    private @Nullable UnitPrice onlyPrice() {
        List<UnitPrice> different = positions.stream()
                .flatMap(position -> Stream.ofNullable(position.markPrice()))
                .distinct()
                .toList();
        return different.size() == 1 ? different.getFirst() : null;
    }

    /** What is computed is the same in every file; some formats leave the column out. */
    private static @Nullable Amount unrealized(HeldPosition position, @Nullable Amount value) {
        Amount cost = position.costBasis();
        return value == null || cost == null
                ? position.unrealizedPnl()
                : new Amount(value.value().subtract(cost.value()));
    }

    private static Part sum(Part one, Part other) {
        List<@Nullable FxRate> own = new ArrayList<>(one.own());
        own.addAll(other.own());
        return new Part(
                one.snapshot(),
                one.quantity().plus(other.quantity()),
                sum(one.marketValue(), other.marketValue()),
                sum(one.costBasis(), other.costBasis()),
                sum(one.unrealizedPnl(), other.unrealizedPnl()),
                sums(one.costsApart(), other.costsApart()),
                basis(one.basis(), other.basis()),
                own);
    }

    /** One for each currency. */
    private static List<Money> sums(List<Money> some, List<Money> others) {
        Map<CurrencyCode, Money> sums = new TreeMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return List.copyOf(sums.values());
    }

    private static @Nullable Basis basis(@Nullable Basis one, @Nullable Basis other) {
        return one == null || other == null ? (one == null ? other : one) : one.with(other);
    }

    private static @Nullable Amount sum(@Nullable Amount one, @Nullable Amount other) {
        return one == null || other == null ? null : one.plus(other);
    }
}
