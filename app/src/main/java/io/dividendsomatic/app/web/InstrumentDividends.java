package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.income.Cut;
import io.dividendsomatic.dividends.income.DeclaredRate;
import io.dividendsomatic.dividends.income.Distribution;
import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.Growth;
import io.dividendsomatic.dividends.income.IncomeSum;
import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.dividends.income.Streak;
import io.dividendsomatic.dividends.income.Trailing;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument pays as of a day. Rates per share are in shares of that day; yields in percent; money in the
 * reporting currency. A figure that is not known is null, and {@code missing} says why.
 *
 * @param currency the reporting currency
 * @param declaredRate the one that counts of {@code rates}
 * @param net the yields by what reached the account
 * @param missing why a figure is null, by its name
 */
record InstrumentDividends(
        LocalDate asOf,
        Instant knownAt,
        Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        CurrencyCode currency,
        Frequency frequency,
        TwelveMonths trailingTwelveMonths,
        @Nullable DeclaredRate declaredRate,
        @Nullable BigDecimal currentYield,
        @Nullable BigDecimal yieldOnCost,
        @Nullable BigDecimal projectedAnnual,
        @Nullable BigDecimal estimatedMonthly,
        @Nullable BigDecimal remainingThisYear,
        NetYields net,
        List<Grew> growth,
        Streak streak,
        List<Fell> cuts,
        List<DeclaredRate> rates,
        List<Diverged> divergences,
        List<Paid> distributions,
        Map<String, Quantity> held,
        Map<String, Figure.Status> missing,
        List<SourceRef> sources) {

    /** Per share in {@code currency}, and in money. */
    record TwelveMonths(
            @Nullable CurrencyCode currency,
            @Nullable BigDecimal perShare,
            @Nullable BigDecimal netPerShare,
            @Nullable BigDecimal regular,
            int dates,
            @Nullable BigDecimal annualised,
            int leftOut,
            Money inReportingCurrency) {
        static TwelveMonths of(Trailing trailing, IncomeSum money, CurrencyCode reporting) {
            return new TwelveMonths(
                    trailing.currency(),
                    trailing.perShare(),
                    trailing.netPerShare(),
                    trailing.regular(),
                    trailing.dates(),
                    trailing.annualised(),
                    trailing.leftOut(),
                    Money.of(money, reporting));
        }
    }

    /**
     * Of those payments that have a rate; absent where none has.
     *
     * @param unresolved payments without a rate
     */
    record Money(
            CurrencyCode currency,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal withholdingTax,
            @Nullable BigDecimal net,
            List<FactId> unresolved) {
        static Money of(IncomeSum sum, CurrencyCode reporting) {
            return sum.isKnown()
                    ? new Money(
                            reporting,
                            sum.gross().value(),
                            sum.withholdingTax().value(),
                            sum.net().value(),
                            sum.missing())
                    : new Money(reporting, null, null, null, sum.missing());
        }
    }

    /** After tax, as much as was withheld in the last twelve months. */
    record NetYields(
            @Nullable BigDecimal currentYield,
            @Nullable BigDecimal yieldOnCost,
            @Nullable BigDecimal projectedAnnual) {
        static NetYields of(Yields yields) {
            return new NetYields(
                    yields.currentYield().value(),
                    yields.yieldOnCost().value(),
                    yields.projectedAnnual().value());
        }
    }

    /** In percent a year over so many years. */
    record Grew(
            int years,
            @Nullable BigDecimal perShare,
            @Nullable BigDecimal shares,
            @Nullable BigDecimal fx,
            @Nullable BigDecimal money,
            Figure.Status status) {
        static Grew of(Growth growth) {
            return new Grew(
                    growth.years(),
                    growth.perShare().value(),
                    growth.shares().value(),
                    growth.fx().value(),
                    growth.money().value(),
                    growth.money().status());
        }
    }

    /** A regular payment that was smaller than the one to compare it with. */
    record Fell(LocalDate date, BigDecimal from, BigDecimal to, BigDecimal percent, List<SourceRef> sources) {
        static Fell of(Cut cut) {
            return new Fell(
                    cut.after().date(),
                    cut.before().adjustedOrZero(),
                    cut.after().adjustedOrZero(),
                    cut.percent(),
                    InstrumentDividends.sources(cut.after().payments()));
        }
    }

    /** A payment off the declared rate, and the ratio of the two. */
    record Diverged(LocalDate date, BigDecimal paid, BigDecimal ratio) {}

    /** One payment of the issuer for one share. */
    record Paid(
            LocalDate payDate,
            @Nullable LocalDate exDate,
            @Nullable CurrencyCode currency,
            @Nullable UnitPrice perShare,
            @Nullable UnitPrice adjustedPerShare,
            boolean special,
            List<FactId> payments) {
        static Paid of(Distribution paid) {
            return new Paid(
                    paid.date(),
                    paid.exDate(),
                    paid.currency(),
                    paid.rate() == null ? null : paid.rate().amount(),
                    paid.adjusted(),
                    paid.special(),
                    paid.payments().stream().map(Payment::id).toList());
        }
    }

    static InstrumentDividends of(Moment moment, Isin isin, CurrencyCode currency, Position position) {
        InstrumentIncome income = position.income();
        Yields yields = income.yields();
        Map<String, Quantity> held = new TreeMap<>();
        position.held().forEach((account, quantity) -> held.put(account.toString(), quantity));
        return new InstrumentDividends(
                moment.asOf(),
                moment.knownAt(),
                isin,
                position.instrument().symbol(),
                position.instrument().name(),
                currency,
                income.frequency(),
                TwelveMonths.of(income.received(), income.trailingMoney(), currency),
                income.declared(),
                yields.currentYield().value(),
                yields.yieldOnCost().value(),
                yields.projectedAnnual().value(),
                yields.estimatedMonthly().value(),
                yields.remainingThisYear().value(),
                NetYields.of(income.netYields()),
                income.growth().stream().map(Grew::of).toList(),
                income.streak(),
                income.cuts().stream().map(Fell::of).toList(),
                income.rates(),
                income.divergences().stream()
                        .map(divergence -> new Diverged(
                                divergence.paid().date(), divergence.paid().adjustedOrZero(), divergence.ratio()))
                        .toList(),
                income.distributions().stream().map(Paid::of).toList(),
                held,
                missing(income),
                sources(income.distributions().stream()
                        .flatMap(paid -> paid.payments().stream())
                        .toList()));
    }

    private static Map<String, Figure.Status> missing(InstrumentIncome income) {
        Yields yields = income.yields();
        Map<String, Figure.Status> missing = new TreeMap<>();
        if (income.declared() == null && income.lapsed()) {
            missing.put("declaredRate", Figure.Status.RATE_LAPSED);
        }
        if (income.received().perShare() == null) {
            missing.put("trailingTwelveMonths.perShare", Figure.Status.MISSING_RATE);
        }
        if (!income.trailingMoney().isKnown()) {
            missing.put("trailingTwelveMonths.inReportingCurrency", Figure.Status.MISSING_FX);
        }
        Map.of(
                        "currentYield", yields.currentYield(),
                        "yieldOnCost", yields.yieldOnCost(),
                        "projectedAnnual", yields.projectedAnnual(),
                        "estimatedMonthly", yields.estimatedMonthly(),
                        "remainingThisYear", yields.remainingThisYear())
                .forEach((name, figure) -> {
                    if (!figure.isKnown()) {
                        missing.put(name, figure.status());
                    }
                });
        return missing;
    }

    private static List<SourceRef> sources(List<Payment> payments) {
        return payments.stream()
                .flatMap(payment -> payment.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
