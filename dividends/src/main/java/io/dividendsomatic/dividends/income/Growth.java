package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.income.Figure.Status;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How regular income of a year grew against the year that ended some years before, in percent a year with two digits, and
 * what made it grow: the issuer's rate per share (adjusted for splits), the number of shares, the exchange rate. The
 * three multiply up to the growth of the money. Specials are left out on both sides.
 *
 * @param perShare {@code INCOMPLETE} unless both years have as many dates as the rhythm wants
 * @param money in the reporting currency, gross
 */
public record Growth(int years, Figure perShare, Figure shares, Figure fx, Figure money) {
    private static final int SCALE = 2;

    /** What one year brought. */
    private record Year(
            int dates,
            BigDecimal perShare,
            BigDecimal gross,
            @Nullable BigDecimal reporting,
            @Nullable CurrencyCode in) {

        static Year endingAt(LocalDate end, List<Distribution> distributions, ReportingRates rates) {
            LocalDate from = end.minusYears(1);
            List<Distribution> regular = distributions.stream()
                    .filter(d -> !d.special() && d.rate() != null)
                    .filter(d -> d.date().isAfter(from) && !d.date().isAfter(end))
                    .toList();
            List<Payment> payments =
                    regular.stream().flatMap(d -> d.payments().stream()).toList();
            List<CurrencyCode> currencies = regular.stream()
                    .flatMap(d -> Stream.ofNullable(d.currency()))
                    .distinct()
                    .toList();
            return new Year(
                    (int) regular.stream().map(Distribution::date).distinct().count(),
                    sum(regular.stream().map(Distribution::adjustedOrZero).toList()),
                    sum(payments.stream().map(p -> p.gross().value()).toList()),
                    reporting(payments, rates),
                    currencies.size() == 1
                                    && payments.stream()
                                            .allMatch(p -> p.currency().equals(currencies.getFirst()))
                            ? currencies.getFirst()
                            : null);
        }

        private static @Nullable BigDecimal reporting(List<Payment> payments, ReportingRates rates) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Payment payment : payments) {
                FxRate rate = rates.of(payment).orElse(null);
                if (rate == null) {
                    return null;
                }
                sum = sum.add(payment.gross().value().multiply(rate.value()));
            }
            return sum;
        }

        private static BigDecimal sum(List<BigDecimal> values) {
            return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The growth over so many years of distributions that are adjusted to {@code asOf}. */
    public static Growth over(
            int years, List<Distribution> distributions, Frequency frequency, ReportingRates rates, LocalDate asOf) {
        Year now = Year.endingAt(asOf, distributions, rates);
        Year then = Year.endingAt(asOf.minusYears(years), distributions, rates);
        int expected = frequency.paymentsPerYear();
        boolean whole = frequency.isRegular() && now.dates >= expected && then.dates >= expected;
        if (!whole || now.in == null || !now.in.equals(then.in)) {
            Figure missing = Figure.missing(Status.INCOMPLETE);
            return new Growth(years, missing, missing, missing, missing);
        }
        BigDecimal perShare = Percent.ratio(now.perShare, then.perShare);
        BigDecimal gross = Percent.ratio(now.gross, then.gross);
        Figure sharesGrew = yearly(Percent.ratio(gross, perShare), years);
        if (now.reporting == null || then.reporting == null) {
            Figure missing = Figure.missing(Status.MISSING_FX);
            return new Growth(years, yearly(perShare, years), sharesGrew, missing, missing);
        }
        BigDecimal money = Percent.ratio(now.reporting, then.reporting);
        return new Growth(
                years,
                yearly(perShare, years),
                sharesGrew,
                yearly(Percent.ratio(money, gross), years),
                yearly(money, years));
    }

    private static Figure yearly(BigDecimal ratio, int years) {
        return ratio.signum() <= 0
                ? Figure.missing(Status.INCOMPLETE)
                : Figure.of(Percent.growth(Percent.root(ratio, years), SCALE));
    }
}
