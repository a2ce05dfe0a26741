package io.dividendsomatic.portfolio.holdings;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.ResolvedFx;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.HoldingSum.Rated;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.holdings.Holdings.Unresolved;
import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds the snapshots of several accounts up by instrument and native currency, and converts the sums. */
final class HoldingsFold {
    private static final int WEIGHT_DECIMALS = 6;
    private static final List<String> FIGURES = List.of("marketValue", "costBasis", "unrealizedPnl");

    private HoldingsFold() {}

    /** Of those that are known the newest, of these the best, of equal ones that of the first account. */
    private static final Comparator<ResolvedFx> BEST = comparing(
                    (ResolvedFx found) -> Objects.requireNonNull(found.fx().date()), reverseOrder())
            .thenComparing(found -> Objects.requireNonNull(found.step()));

    static Holdings fold(
            HoldingsOn question,
            CurrencyCode currency,
            List<AccountSnapshot> snapshots,
            FxLookup fx,
            Identities identities,
            Valuing valuing) {
        Map<Key, HoldingSum> sums = new TreeMap<>();
        for (AccountSnapshot snapshot : snapshots) {
            for (HeldPosition position : snapshot.positions()) {
                sums.computeIfAbsent(Key.of(snapshot, position, identities), key -> key.sum(identities))
                        .add(snapshot, position, valuing);
            }
        }
        List<Holding> unweighted = sums.values().stream()
                .map(sum -> sum.holding(parts -> rate(question, sum.currency(), parts, currency, fx), currency))
                .toList();
        Figures totals = unweighted.stream()
                .map(holding -> holding.inReportingCurrency().figures())
                .reduce(Figures.ZERO, Figures::plus);
        List<Holding> items = unweighted.stream()
                .map(holding -> weighted(holding, totals.marketValue()))
                .sorted(comparing(Holding::label)) // stable: those of one label stay in the order of their keys
                .toList();
        List<Unresolved> unresolved =
                items.stream().flatMap(item -> unresolved(item).stream()).toList();
        return new Holdings(question.asOf(), question.knownAt(), currency, items, totals, unresolved);
    }

    /**
     * One rate for all that an account holds of it, found as for each of its positions on the day of its snapshot; where
     * none is known of these days, of the day that is asked for.
     */
    private static Fx rate(
            HoldingsOn question, CurrencyCode own, List<Rated> parts, CurrencyCode currency, FxLookup fx) {
        if (own.equals(currency)) {
            return Fx.identity(question.asOf());
        }
        return best(parts.stream().map(part -> fx.resolve(part.account(), own, currency, part.day(), part.own())))
                .or(() -> best(
                        parts.stream().map(part -> fx.resolve(part.account(), own, currency, question.asOf(), null))))
                .orElse(Fx.MISSING);
    }

    private static Optional<Fx> best(Stream<ResolvedFx> found) {
        return found.filter(each -> each.step() != null).min(BEST).map(ResolvedFx::fx);
    }

    private static Holding weighted(Holding holding, @Nullable BigDecimal total) {
        BigDecimal value = holding.inReportingCurrency().marketValue();
        return value == null || total == null || total.signum() == 0
                ? holding
                : holding.withWeight(plain(value.divide(total, WEIGHT_DECIMALS, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What is missing of it: of some accounts for want of a rate, of others because no file states it. */
    private static List<Unresolved> unresolved(Holding holding) {
        Map<Reason, List<HeldIn>> incomplete = holding.accounts().stream()
                .filter(part -> !missing(part).isEmpty())
                .collect(groupingBy(HoldingsFold::reason, TreeMap::new, toList()));
        return incomplete.entrySet().stream()
                .map(each -> new Unresolved(
                        holding.isin(),
                        holding.symbol(),
                        holding.currency(),
                        each.getKey(),
                        FIGURES.stream()
                                .filter(figure -> each.getValue().stream()
                                        .anyMatch(part -> missing(part).contains(figure)))
                                .toList(),
                        each.getValue().stream().map(HeldIn::account).toList()))
                .toList();
    }

    private static Reason reason(HeldIn part) {
        return part.fx().status() == Fx.Status.MISSING ? Reason.FX_RATE_MISSING : Reason.NOT_STATED;
    }

    private static Set<String> missing(HeldIn part) {
        Figures known = part.inReportingCurrency().figures();
        Set<String> missing = new HashSet<>();
        if (known.marketValue() == null) {
            missing.add("marketValue");
        }
        if (known.costBasis() == null) {
            missing.add("costBasis");
        }
        if (known.unrealizedPnl() == null) {
            missing.add("unrealizedPnl");
        }
        return missing;
    }

    /** An ISIN is the same instrument everywhere; any other name is one only at its broker. */
    private record Key(String instrument, @Nullable Isin isin, CurrencyCode currency) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = comparing(Key::instrument).thenComparing(Key::currency);

        static Key of(AccountSnapshot snapshot, HeldPosition position, Identities identities) {
            AccountId account = snapshot.account();
            InstrumentKey key = snapshot.origin() == Origin.DERIVED // named by the days of its bookings
                    ? identities.identify(account).apply(position.instrument())
                    : identities.key(account, position.instrument(), snapshot.asOf());
            Isin isin = Identities.isin(key).orElse(null);
            String name = isin != null ? key.value() : account.broker() + " " + key;
            return new Key(name, isin, position.currency());
        }

        HoldingSum sum(Identities identities) {
            return new HoldingSum(isin, currency, identities);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
