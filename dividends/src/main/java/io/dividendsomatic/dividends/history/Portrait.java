package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.Holding;
import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.SharesHeld;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws instruments with all that is known of their income, as of a day. */
record Portrait(Scene scene, LocalDate asOf, SharesHeld shares, StatedTerms terms, ReportingRates rates) {
    private static final MathContext PRECISE = MathContext.DECIMAL64;

    /** Sees some of the instruments, and the shares that were held of them. */
    @FunctionalInterface
    interface Viewer {
        void see(List<Position> positions, SharesHeld shares);
    }

    /** Of those instruments, in the order given; an instrument that nothing names has none. */
    List<Position> positions(
            Collection<InstrumentKey> instruments, List<Payment> payments, List<ExpectedPayment> expected) {
        Map<InstrumentKey, List<Payment>> paid =
                payments.stream().collect(Collectors.groupingBy(payment -> Objects.requireNonNull(payment.key())));
        Map<InstrumentKey, List<ExpectedPayment>> toCome =
                expected.stream().collect(Collectors.groupingBy(ExpectedPayment::key));
        return instruments.stream()
                .flatMap(key ->
                        position(key, paid.getOrDefault(key, List.of()), toCome.getOrDefault(key, List.of())).stream())
                .toList();
    }

    private Optional<Position> position(InstrumentKey key, List<Payment> payments, List<ExpectedPayment> expected) {
        List<io.dividendsomatic.portfolio.holdings.Holding> holdings = scene.held(key);
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
                                        scene.splits(key),
                                        shares,
                                        holding(holdings),
                                        scene::toldUntil),
                                rates,
                                asOf)));
    }

    private static List<ManualRate> manual(Instrument instrument, StatedTerms terms) {
        return instrument.isin() == null ? List.of() : terms.ratesOf(instrument.isin());
    }

    static Instrument instrument(io.dividendsomatic.portfolio.holdings.Holding holding) {
        String symbol = holding.symbol();
        String name = symbol == null && holding.name() == null && holding.isin() == null ? "?" : holding.name();
        return new Instrument(symbol, holding.isin(), name, null, null, null, null, holding.assetClass(), null);
    }

    static Map<AccountId, Quantity> quantities(List<io.dividendsomatic.portfolio.holdings.Holding> holdings) {
        Map<AccountId, Quantity> quantities = new HashMap<>();
        holdings.stream()
                .flatMap(holding -> holding.accounts().stream())
                .forEach(part -> quantities.merge(
                        part.account(),
                        part.quantity(),
                        (one, other) -> new Quantity(one.value().add(other.value()))));
        return quantities;
    }

    /** Held in several currencies, the price is that of the first; the shares and their cost are all. */
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
                holdings.size() == 1
                        ? costPerShare(first.costBasis(), first.quantity())
                        : costPerShare(holdings, all, fx),
                fx == null ? null : new FxRate(fx));
    }

    /** @param fx from the currency of the result to the reporting currency, in which the costs are added */
    private static @Nullable UnitPrice costPerShare(
            List<io.dividendsomatic.portfolio.holdings.Holding> holdings, BigDecimal shares, @Nullable BigDecimal fx) {
        BigDecimal sum = BigDecimal.ZERO;
        for (io.dividendsomatic.portfolio.holdings.Holding holding : holdings) {
            BigDecimal cost = holding.wholeCost();
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return fx == null || fx.signum() == 0 || shares.signum() == 0
                ? null
                : new UnitPrice(sum.divide(shares.multiply(fx), PRECISE));
    }

    private static @Nullable UnitPrice costPerShare(@Nullable Amount cost, Quantity quantity) {
        return cost == null || quantity.value().signum() == 0
                ? null
                : new UnitPrice(cost.value().divide(quantity.value(), PRECISE));
    }
}
