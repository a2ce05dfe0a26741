package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.DeclaredRate;
import io.dividendsomatic.dividends.income.DeclaredRate.Source;
import io.dividendsomatic.dividends.income.Distribution;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that would follow if an instrument goes on as before: on the days of the last year where a whole year is
 * known, else in even steps after the newest. Special payments are followed by nothing.
 *
 * @param exDate as long before it as that of the payment which it follows; absent where that one's is not known
 * @param follows the payment whose turn it is again
 * @param perShare the declared rate of one that pays quarterly or more often; else that of its season a year before,
 *     unless the user wrote down another
 */
record Estimate(
        @Nullable LocalDate exDate,
        LocalDate payDate,
        Distribution follows,
        UnitPrice perShare,
        CurrencyCode currency) {
    private static final int MONTHS = 12;

    /** The estimates after the newest regular payment up to a day, by date; none where the rhythm is not known. */
    static List<Estimate> until(LocalDate last, InstrumentIncome income) {
        List<Distribution> regular = income.distributions().stream()
                .filter(d -> !d.special() && d.adjusted() != null && d.rate() != null)
                .toList();
        int perYear = income.frequency().paymentsPerYear();
        if (perYear == 0 || regular.isEmpty()) {
            return List.of();
        }
        LocalDate newest = regular.getLast().date();
        List<Distribution> season = regular.stream()
                .filter(d -> d.date().isAfter(newest.minusYears(1)))
                .toList();
        boolean wholeYear = season.stream().map(Distribution::date).distinct().count() == perYear;
        return wholeYear
                ? asLastYear(season, last, income)
                : inSteps(regular.getLast(), MONTHS / perYear, last, income);
    }

    private static List<Estimate> asLastYear(List<Distribution> season, LocalDate last, InstrumentIncome income) {
        List<Estimate> estimates = new ArrayList<>();
        for (int years = 1; !season.getFirst().date().plusYears(years).isAfter(last); years++) {
            for (Distribution distribution : season) {
                Period later = Period.ofYears(years);
                if (!distribution.date().plus(later).isAfter(last)) {
                    estimates.add(of(later, distribution, income));
                }
            }
        }
        return estimates;
    }

    private static List<Estimate> inSteps(Distribution newest, int months, LocalDate last, InstrumentIncome income) {
        List<Estimate> estimates = new ArrayList<>();
        for (int step = 1; !newest.date().plusMonths((long) step * months).isAfter(last); step++) {
            estimates.add(of(Period.ofMonths(step * months), newest, income));
        }
        return estimates;
    }

    private static Estimate of(Period later, Distribution follows, InstrumentIncome income) {
        LocalDate day = follows.date().plus(later);
        LocalDate before = follows.exDate();
        LocalDate exDate = before == null ? null : before.plus(later);
        boolean seasonal = income.frequency() == Frequency.SEMI_ANNUAL || income.frequency() == Frequency.ANNUAL;
        DeclaredRate declared = income.declared();
        if (declared != null && declared.perPayment() != null && (!seasonal || declared.source() == Source.MANUAL)) {
            return new Estimate(exDate, day, follows, declared.perPayment(), declared.currency());
        }
        return new Estimate(exDate, day, follows, known(follows.adjusted()), known(follows.currency()));
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("only payments with a rate are followed");
        }
        return value;
    }
}
