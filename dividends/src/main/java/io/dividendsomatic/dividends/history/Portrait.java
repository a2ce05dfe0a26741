package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.Histories.Known;
import io.dividendsomatic.dividends.income.Holding;
import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.SharesHeld;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts' instruments with all that is known of their income, as of a day.
 *
 * @param known with everything that it rests on
 */
record Portrait(LocalDate asOf, List<Position> positions, Known known, SharesHeld shares, ReportingRates rates) {
    private static final MathContext PRECISE = MathContext.DECIMAL64;

    Portrait {
        positions = List.copyOf(positions);
    }

    /**
     * The portrait of those instruments.
     *
     * @param held holdings of that day
     * @param keys of the holdings
     * @param terms that the user states
     * @param wanted which instruments
     */
    static Portrait of(
            LocalDate asOf,
            Known known,
            Collection<io.dividendsomatic.portfolio.holdings.Holding> held,
            Function<Instrument, InstrumentKey> keys,
            SharesHeld shares,
            StatedTerms terms,
            ReportingRates rates,
            Predicate<InstrumentKey> wanted) {
        Map<InstrumentKey, List<Payment>> payments = known.payments().stream()
                .filter(payment -> payment.key() != null)
                .collect(Collectors.groupingBy(payment -> Objects.requireNonNull(payment.key())));
        Map<InstrumentKey, List<ExpectedPayment>> expected =
                known.expected().stream().collect(Collectors.groupingBy(ExpectedPayment::key));
        Map<InstrumentKey, List<io.dividendsomatic.portfolio.holdings.Holding>> holdings =
                held.stream().collect(Collectors.groupingBy(holding -> keys.apply(instrument(holding))));
        SortedSet<InstrumentKey> all = Stream.of(payments.keySet(), expected.keySet(), holdings.keySet())
                .flatMap(Collection::stream)
                .filter(wanted)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Position> positions = all.stream()
                .flatMap(key -> position(
                        key,
                        payments.getOrDefault(key, List.of()),
                        expected.getOrDefault(key, List.of()),
                        holdings.getOrDefault(key, List.of()),
                        known.splits().getOrDefault(key, Splits.NONE),
                        shares,
                        terms,
                        rates,
                        asOf)
                        .stream())
                .toList();
        return new Portrait(asOf, positions, known, shares, rates);
    }

    private static Optional<Position> position(
            InstrumentKey key,
            List<Payment> payments,
            List<ExpectedPayment> expected,
            List<io.dividendsomatic.portfolio.holdings.Holding> holdings,
            Splits splits,
            SharesHeld shares,
            StatedTerms terms,
            ReportingRates rates,
            LocalDate asOf) {
        return Stream.of(
                        holdings.stream().map(Portrait::instrument),
                        payments.stream().flatMap(payment -> Stream.ofNullable(payment.instrument())),
                        expected.stream().map(ExpectedPayment::instrument))
                .flatMap(named -> named)
                .reduce(Instrument::completedBy)
                .map(instrument -> new Position(
                        instrument,
                        key,
                        quantities(holdings),
                        payments,
                        expected,
                        InstrumentIncome.of(
                                new InstrumentIncome.Known(
                                        payments,
                                        expected,
                                        manual(instrument, terms),
                                        splits,
                                        shares,
                                        holding(holdings)),
                                rates,
                                asOf)));
    }

    private static List<ManualRate> manual(Instrument instrument, StatedTerms terms) {
        return instrument.isin() == null ? List.of() : terms.ratesOf(instrument.isin());
    }

    private static Instrument instrument(io.dividendsomatic.portfolio.holdings.Holding holding) {
        String symbol = holding.symbol();
        String name = symbol == null && holding.name() == null && holding.isin() == null ? "?" : holding.name();
        return new Instrument(symbol, holding.isin(), name, null, null, null, null, holding.assetClass(), null);
    }

    private static Map<AccountId, Quantity> quantities(List<io.dividendsomatic.portfolio.holdings.Holding> holdings) {
        Map<AccountId, Quantity> quantities = new HashMap<>();
        holdings.stream()
                .flatMap(holding -> holding.accounts().stream())
                .forEach(part -> quantities.merge(
                        part.account(),
                        part.quantity(),
                        (one, other) -> new Quantity(one.value().add(other.value()))));
        return quantities;
    }

    /** Held in several currencies, price and cost are those of the first; the shares are all. */
    private static @Nullable Holding holding(List<io.dividendsomatic.portfolio.holdings.Holding> holdings) {
        if (holdings.isEmpty()) {
            return null;
        }
        io.dividendsomatic.portfolio.holdings.Holding first = holdings.getFirst();
        BigDecimal all =
                holdings.stream().map(holding -> holding.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fx = first.fx().rate();
        return new Holding(
                new Quantity(all),
                first.currency(),
                first.markPrice(),
                costPerShare(first.costBasis(), first.quantity()),
                fx == null ? null : new FxRate(fx));
    }

    private static @Nullable UnitPrice costPerShare(@Nullable Amount cost, Quantity quantity) {
        return cost == null || quantity.value().signum() == 0
                ? null
                : new UnitPrice(cost.value().divide(quantity.value(), PRECISE));
    }
}
