package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.income.DeclaredRate.Source;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The expected rate of an instrument as of a day from every source that has one. All are computed side by side; choosing
 * one changes none of the others, and a payment that differs is reported, never written over a rate.
 */
public final class DeclaredRates {
    /** The strongest first. */
    public static final List<Source> PRECEDENCE =
            List.of(Source.ACCRUAL, Source.MANUAL, Source.OBSERVED, Source.TRAILING);
    /** A payment so many days after an accrual's pay date is a later one. */
    private static final int OVERTAKEN_AFTER_DAYS = 7;
    /** What was paid or expected longer ago says nothing of the next payment: an annual payer is late by then. */
    private static final int OLDEST_DAYS = 400;

    /** Pay dates of one season move by this much from year to year. */
    private static final int SEASON_DAYS = 45;

    private final List<Distribution> distributions;
    private final Splits splits;
    private final LocalDate asOf;
    private final Frequency frequency;

    private DeclaredRates(List<Distribution> distributions, Splits splits, LocalDate asOf, Frequency frequency) {
        this.distributions = distributions;
        this.splits = splits.upTo(asOf);
        this.asOf = asOf;
        this.frequency = frequency;
    }

    /**
     * All that are known, in the order of {@link #PRECEDENCE}.
     *
     * @param lapsed what was paid is no rate any more; only what is still to come, or what the user states, is
     */
    public static List<DeclaredRate> of(
            List<Distribution> distributions,
            Collection<ExpectedPayment> expected,
            Collection<ManualRate> manual,
            Splits splits,
            boolean lapsed,
            LocalDate asOf) {
        Frequency frequency = frequency(distributions, asOf);
        DeclaredRates rates = new DeclaredRates(distributions, splits, asOf, frequency);
        List<DeclaredRate> known = new ArrayList<>();
        rates.accrued(lapsed ? toCome(expected, asOf) : expected).ifPresent(known::add);
        rates.manual(manual).ifPresent(known::add);
        if (!lapsed) {
            rates.observed().ifPresent(known::add);
            rates.trailing().ifPresent(known::add);
        }
        return known;
    }

    private static List<ExpectedPayment> toCome(Collection<ExpectedPayment> expected, LocalDate asOf) {
        return expected.stream()
                .filter(payment ->
                        payment.payDate() != null && !payment.payDate().isBefore(asOf))
                .toList();
    }

    /** How often the regular ones are paid. */
    public static Frequency frequency(List<Distribution> distributions, LocalDate asOf) {
        return Frequency.of(
                distributions.stream()
                        .filter(distribution -> !distribution.special())
                        .map(Distribution::date)
                        .toList(),
                asOf);
    }

    /** The first of that order that is known. */
    public static Optional<DeclaredRate> chosen(List<DeclaredRate> known, List<Source> precedence) {
        return known.stream()
                .filter(rate -> precedence.contains(rate.source()))
                .min(Comparator.comparingInt(rate -> precedence.indexOf(rate.source())));
    }

    /** An accrual of which rate and days are all known. */
    private record Accrued(PerShare rate, LocalDate since, LocalDate exDate, LocalDate payDate) {

        static Stream<Accrued> of(ExpectedPayment expected) {
            PerShare rate = expected.rate();
            LocalDate payDate = expected.payDate();
            LocalDate since = expected.since();
            if (rate == null || payDate == null || since == null) {
                return Stream.empty();
            }
            LocalDate exDate = expected.exDate() == null ? payDate : expected.exDate();
            return Stream.of(new Accrued(rate, since, exDate, payDate));
        }
    }

    private Optional<DeclaredRate> accrued(Collection<ExpectedPayment> expected) {
        LocalDate newest = newestRegular().map(Distribution::date).orElse(LocalDate.MIN);
        List<BigDecimal> usual = Specials.lately(distributions);
        return expected.stream()
                .flatMap(Accrued::of)
                .filter(accrual -> !accrual.since.isAfter(asOf))
                .filter(accrual -> !accrual.payDate.isBefore(asOf.minusDays(OLDEST_DAYS)))
                .filter(accrual -> !newest.isAfter(accrual.payDate.plusDays(OVERTAKEN_AFTER_DAYS)))
                .filter(accrual -> !Specials.isOutsized(accrual.rate.amount().value(), usual))
                .max(Comparator.comparing(Accrued::payDate)
                        .thenComparing(accrual -> accrual.rate.amount().value()))
                .flatMap(accrual ->
                        perPayment(Source.ACCRUAL, accrual.rate, accrual.exDate, accrual.payDate, accrual.since));
    }

    private Optional<DeclaredRate> manual(Collection<ManualRate> manual) {
        return manual.stream()
                .filter(rate -> !rate.from().isAfter(asOf))
                .max(Comparator.comparing(ManualRate::from))
                .map(rate -> {
                    UnitPrice adjusted = splits.adjusted(rate.perPayment(), rate.from());
                    return new DeclaredRate(
                            Source.MANUAL,
                            rate.currency(),
                            adjusted,
                            rate.frequency(),
                            times(adjusted, rate.frequency()),
                            rate.from());
                });
    }

    private Optional<DeclaredRate> observed() {
        return newestRegular()
                .filter(newest -> !newest.date().isBefore(asOf.minusDays(OLDEST_DAYS)))
                .flatMap(newest -> Optional.ofNullable(newest.rate())
                        .flatMap(rate -> perPayment(
                                Source.OBSERVED, rate, newest.entitlementDate(), newest.date(), newest.date())));
    }

    private Optional<DeclaredRate> trailing() {
        Trailing trailing = Trailing.of(distributions, frequency, asOf);
        CurrencyCode currency = trailing.currency();
        BigDecimal annualised = trailing.annualised();
        return currency == null || annualised == null || annualised.signum() <= 0
                ? Optional.empty()
                : Optional.of(new DeclaredRate(Source.TRAILING, currency, null, frequency, annualised, asOf));
    }

    /** Nothing where the rhythm is not known: a payment alone makes no year. */
    private Optional<DeclaredRate> perPayment(
            Source source, PerShare rate, LocalDate day, LocalDate paid, LocalDate since) {
        if (!frequency.isRegular()) {
            return Optional.empty();
        }
        UnitPrice adjusted = splits.adjusted(rate.amount(), day);
        return Optional.of(
                new DeclaredRate(source, rate.currency(), adjusted, frequency, perYear(adjusted, rate, paid), since));
    }

    /** Who pays twice a year pays an interim and a final dividend, which differ: a year is one of each. */
    private BigDecimal perYear(UnitPrice adjusted, PerShare rate, LocalDate paid) {
        return otherSeason(rate.currency(), paid)
                .map(other -> adjusted.value().add(other))
                .orElseGet(() -> times(adjusted, frequency));
    }

    private Optional<BigDecimal> otherSeason(CurrencyCode currency, LocalDate paid) {
        return frequency != Frequency.SEMI_ANNUAL
                ? Optional.empty()
                : distributions.stream()
                        .filter(other -> !other.special() && currency.equals(other.currency()))
                        .filter(other -> other.date().isBefore(paid.minusDays(SEASON_DAYS))
                                && other.date().isAfter(paid.minusYears(1).plusDays(SEASON_DAYS)))
                        .reduce((earlier, later) -> later)
                        .map(Distribution::adjustedOrZero);
    }

    private Optional<Distribution> newestRegular() {
        return distributions.stream()
                .filter(distribution -> !distribution.special() && distribution.rate() != null)
                .reduce((earlier, later) -> later);
    }

    private static BigDecimal times(UnitPrice perPayment, Frequency frequency) {
        return perPayment.value().multiply(BigDecimal.valueOf(frequency.paymentsPerYear()));
    }
}
