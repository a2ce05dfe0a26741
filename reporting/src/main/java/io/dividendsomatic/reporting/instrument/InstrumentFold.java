package io.dividendsomatic.reporting.instrument;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.income.Doubling;
import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.Payback;
import io.dividendsomatic.dividends.income.Payback.Owned;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Standing;
import io.dividendsomatic.reporting.instrument.InstrumentReport.Held;
import io.dividendsomatic.reporting.instrument.InstrumentReport.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of one instrument. */
final class InstrumentFold {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int UNIT_DECIMALS = 10;

    private final HoldingsOn question;
    private final Isin isin;
    private final Holdings all;
    private final List<Holding> held;
    private final List<Transaction> moves;
    private final List<Gain> gains;
    private final List<Dividend> payments;
    private final @Nullable Yields yields;

    InstrumentFold(
            HoldingsOn question,
            Isin isin,
            Holdings all,
            List<Transaction> moves,
            List<Gain> gains,
            List<Dividend> payments,
            @Nullable Yields yields) {
        this.question = question;
        this.isin = isin;
        this.all = all;
        this.held = all.items().stream()
                .filter(holding -> isin.equals(holding.isin()))
                .toList();
        this.moves = moves;
        this.gains = gains;
        this.payments = payments.stream().filter(payment -> !payment.reversed()).toList();
        this.yields = yields;
    }

    boolean knowsAnything() {
        return !held.isEmpty() || !moves.isEmpty() || !payments.isEmpty();
    }

    InstrumentReport report() {
        Totals totals = totals();
        List<Owned> owned = owned();
        return new InstrumentReport(
                isin,
                Stream.concat(held.stream().map(Holding::symbol), moves.stream().map(Transaction::symbol))
                        .filter(symbol -> symbol != null)
                        .findFirst()
                        .orElse(null),
                Stream.concat(held.stream().map(Holding::name), moves.stream().map(Transaction::name))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(null),
                question.asOf(),
                question.knownAt(),
                all.currency(),
                totals,
                held.stream()
                        .flatMap(holding -> holding.accounts().stream().map(part -> held(holding, part)))
                        .toList(),
                owned,
                units().compareTo(totals.quantity().value()) == 0,
                payback(totals, owned),
                doubling(),
                quality(totals));
    }

    private Totals totals() {
        Figures figures = held.stream()
                .map(holding -> holding.inReportingCurrency().figures())
                .reduce(Figures::plus)
                .orElse(Figures.ZERO);
        BigDecimal realized = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        int unresolved = 0;
        for (Gain gain : gains) {
            BigDecimal value = gain.inReportingCurrency().gain();
            unresolved += value == null ? 1 : 0;
            realized = value == null ? realized : realized.add(value);
        }
        for (Dividend payment : payments) {
            Dividend.InReporting value = payment.inReportingCurrency();
            if (value.gross() == null || value.withholdingTax() == null) {
                unresolved++;
            } else {
                gross = gross.add(value.gross());
                tax = tax.add(value.withholdingTax());
            }
        }
        BigDecimal unrealized = figures.unrealizedPnl();
        BigDecimal brought = realized.add(gross).subtract(tax);
        return new Totals(
                new Quantity(held.stream()
                        .map(holding -> holding.quantity().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                figures.marketValue(),
                figures.costBasis(),
                unrealized,
                percent(unrealized, costOfResult()),
                sum(Holding::weight),
                realized,
                gross,
                tax,
                unrealized == null ? brought : brought.add(unrealized),
                gains.size(),
                payments.size(),
                unresolved);
    }

    private @Nullable BigDecimal costOfResult() {
        boolean isKnown = held.stream()
                .filter(holding -> holding.inReportingCurrency().unrealizedPnl() != null)
                .allMatch(holding -> holding.costOfResult() != null);
        return isKnown ? sum(Holding::costOfResult) : null;
    }

    private @Nullable BigDecimal sum(Function<Holding, @Nullable BigDecimal> figure) {
        return held.stream()
                .flatMap(holding -> Stream.ofNullable(figure.apply(holding)))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal cost) {
        return part == null || cost == null || cost.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(cost.abs(), 2, RoundingMode.HALF_UP);
    }

    private Held held(Holding holding, HeldIn part) {
        return new Held(
                part.account(),
                holding.currency(),
                part.quantity(),
                part.asOf(),
                part.origin(),
                part.marketValue(),
                part.costBasis(),
                part.unrealizedPnl(),
                each(part.costBasis(), part.quantity()),
                each(part.unrealizedPnl(), part.quantity()),
                part.basis(),
                part.fx(),
                part.inReportingCurrency().marketValue(),
                Standing.quality(part, question.asOf()));
    }

    private static @Nullable BigDecimal each(@Nullable Amount amount, Quantity quantity) {
        if (amount == null || quantity.value().signum() == 0) {
            return null;
        }
        BigDecimal one = amount.value()
                .divide(quantity.value(), UNIT_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return one.scale() < 0 ? one.setScale(0) : one;
    }

    /** By the bookings, over all accounts together. */
    private List<Owned> owned() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        BigDecimal units = BigDecimal.ZERO;
        LocalDate since = null;
        for (Transaction move : moves) {
            units = move.quantity() == null ? units : units.add(move.quantity().value());
            if (units.signum() == 0 && since != null) {
                since.datesUntil(move.tradeDate().plusDays(1)).forEach(days::add);
                since = null;
            } else if (units.signum() != 0 && since == null) {
                since = move.tradeDate();
            }
        }
        if (since != null) {
            since.datesUntil(question.asOf().plusDays(1)).forEach(days::add);
        }
        return Payback.owned(days);
    }

    private BigDecimal units() {
        return moves.stream()
                .filter(move -> move.quantity() != null)
                .map(move -> Objects.requireNonNull(move.quantity()).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable Payback payback(Totals totals, List<Owned> owned) {
        if (held.isEmpty()
                || totals.costBasis() == null
                || held.stream().anyMatch(holding -> holding.wholeCost() == null)) {
            return null;
        }
        LocalDate since = owned.isEmpty() ? LocalDate.MIN : owned.getLast().first();
        BigDecimal income = BigDecimal.ZERO;
        for (Dividend payment : payments) {
            BigDecimal net = payment.inReportingCurrency().net();
            income = net == null || payment.payDate().isBefore(since) ? income : income.add(net);
        }
        return Payback.of(new Amount(income), new Amount(totals.costBasis()), bestYield())
                .orElse(null);
    }

    private Figure bestYield() {
        if (yields == null) {
            return Figure.missing(Figure.Status.MISSING_RATE);
        }
        return yields.yieldOnCost().value() != null ? yields.yieldOnCost() : yields.currentYield();
    }

    private @Nullable Doubling doubling() {
        BigDecimal percent = bestYield().value();
        return percent == null || percent.signum() <= 0 ? null : Doubling.at(percent);
    }

    private Quality quality(Totals totals) {
        Quality worst = totals.unresolved() > 0 ? Quality.NOT_STATED : Quality.ACTUAL;
        for (Holding holding : held) {
            for (HeldIn part : holding.accounts()) {
                worst = worst.worse(Standing.quality(part, question.asOf()));
            }
        }
        return worst;
    }
}
