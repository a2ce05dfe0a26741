package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one share received in the year up to a day, that of the year before not included, in shares of that day, in the currency in which the newest was
 * declared. Distributions in another currency are left out of the sum and counted. Where all were left out, no sum is
 * known; where there were none, it is zero.
 *
 * @param perShare received, specials included
 * @param netPerShare of it what reached the accounts; absent where one of them came in several currencies. Tax that no
 *     payment claims is not taken off
 * @param regular of it without specials
 * @param dates distinct dates of the regular ones
 * @param annualised the regular ones, stretched to a whole year where fewer dates are known than its rhythm has: by
 *     dates, never by rows. Specials are never stretched
 * @param leftOut distributions without a rate or in another currency
 */
public record Trailing(
        @Nullable CurrencyCode currency,
        @Nullable BigDecimal perShare,
        @Nullable BigDecimal netPerShare,
        @Nullable BigDecimal regular,
        int dates,
        @Nullable BigDecimal annualised,
        int leftOut) {
    private static final int SCALE = 8;

    /** The trailing income of distributions by date. */
    public static Trailing of(List<Distribution> distributions, Frequency frequency, LocalDate asOf) {
        LocalDate after = asOf.minusYears(1);
        List<Distribution> recent = distributions.stream()
                .filter(d -> d.date().isAfter(after) && !d.date().isAfter(asOf))
                .toList();
        CurrencyCode currency = currency(recent);
        List<Distribution> counted = recent.stream()
                .filter(d -> d.rate() != null && d.rate().currency().equals(currency))
                .toList();
        if (counted.isEmpty() && !recent.isEmpty()) {
            return new Trailing(null, null, null, null, 0, null, recent.size());
        }
        BigDecimal all = sum(counted);
        List<Distribution> regular = counted.stream().filter(d -> !d.special()).toList();
        int dates = (int) regular.stream().map(Distribution::date).distinct().count();
        BigDecimal ofRegular = sum(regular);
        return new Trailing(
                currency,
                all,
                net(counted),
                ofRegular,
                dates,
                stretched(ofRegular, dates, frequency.paymentsPerYear()),
                recent.size() - counted.size());
    }

    private static @Nullable BigDecimal net(List<Distribution> distributions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Distribution distribution : distributions) {
            BigDecimal share = distribution.netShare();
            if (share == null) {
                return null;
            }
            sum = sum.add(distribution.adjustedOrZero().multiply(share));
        }
        return new Amount(sum.setScale(SCALE, RoundingMode.HALF_UP)).value();
    }

    static BigDecimal stretched(BigDecimal sum, int dates, int expected) {
        if (dates == 0 || dates >= expected) {
            return sum;
        }
        BigDecimal whole = sum.multiply(BigDecimal.valueOf(expected))
                .divide(BigDecimal.valueOf(dates), SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return whole.scale() < 0 ? whole.setScale(0) : whole;
    }

    /** Of the newest with a rate, a regular one first. */
    static @Nullable CurrencyCode currency(List<Distribution> distributions) {
        return distributions.stream()
                .filter(d -> d.rate() != null)
                .max(Comparator.comparing((Distribution d) -> !d.special()).thenComparing(Distribution::date))
                .map(Distribution::rate)
                .map(PerShare::currency)
                .orElse(null);
    }

    private static BigDecimal sum(List<Distribution> distributions) {
        return new Amount(distributions.stream()
                        .map(Distribution::adjustedOrZero)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .value();
    }
}
