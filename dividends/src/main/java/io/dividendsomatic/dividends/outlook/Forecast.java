package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the payments of one month, certainty and currency amount to; paid, declared and estimated are never added up.
 *
 * @param gross of those whose amount is known
 * @param unknown payments whose amount is not known
 * @param reporting the gross at the rate of the day as of which it is looked at, in cents
 */
public record Forecast(
        YearMonth month,
        Certainty certainty,
        CurrencyCode currency,
        Amount gross,
        int payments,
        int unknown,
        Figure reporting) {
    private static final int CENTS = 2;

    /** The month of that day and those after it, as many as asked for, of what the calendar has for them. */
    public static List<Forecast> of(
            Collection<CalendarEntry> entries, int months, ReportingRates rates, LocalDate asOf) {
        Period period = period(months, asOf);
        record Key(YearMonth month, Certainty certainty, CurrencyCode currency) {}
        return entries.stream()
                .filter(entry -> !entry.payDate().isBefore(period.from())
                        && !entry.payDate().isAfter(period.to()))
                .collect(Collectors.groupingBy(
                        entry -> new Key(YearMonth.from(entry.payDate()), entry.certainty(), entry.currency())))
                .entrySet()
                .stream()
                .map(group -> of(
                        group.getKey().month(),
                        group.getKey().certainty(),
                        group.getKey().currency(),
                        group.getValue(),
                        rate(group.getKey().currency(), rates, asOf)))
                .sorted(Comparator.comparing(Forecast::month)
                        .thenComparing(Forecast::certainty)
                        .thenComparing(Forecast::currency))
                .toList();
    }

    /** So many months with that of the day. Throws IllegalArgumentException for none. */
    public static Period period(int months, LocalDate asOf) {
        if (months < 1) {
            throw new IllegalArgumentException("a forecast has one month at least, not " + months);
        }
        YearMonth first = YearMonth.from(asOf);
        return new Period(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }

    private static Forecast of(
            YearMonth month,
            Certainty certainty,
            CurrencyCode currency,
            List<CalendarEntry> entries,
            @Nullable FxRate rate) {
        BigDecimal gross = entries.stream()
                .map(CalendarEntry::gross)
                .filter(Objects::nonNull)
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int unknown =
                (int) entries.stream().filter(entry -> entry.gross() == null).count();
        Figure reporting = rate == null
                ? Figure.missing(Figure.Status.MISSING_FX)
                : Figure.of(gross.multiply(rate.value()).setScale(CENTS, RoundingMode.HALF_UP));
        return new Forecast(month, certainty, currency, new Amount(gross), entries.size(), unknown, reporting);
    }

    private static @Nullable FxRate rate(CurrencyCode currency, ReportingRates rates, LocalDate asOf) {
        return currency.equals(rates.reporting())
                ? new FxRate(BigDecimal.ONE)
                : rates.known().on(currency, asOf);
    }
}
