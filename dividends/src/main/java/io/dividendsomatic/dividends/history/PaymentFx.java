package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.fx.FxState;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Progress.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rates of all days on which anything was paid. They are read again when something new was told, and stay the same
 * object while that was about something else.
 */
final class PaymentFx {
    /** Hardly anyone reports in more currencies at a time; a book of twenty years takes some megabytes. */
    private static final int MOST_BOOKS = 3;

    /** Where nothing was paid, no rate is asked for. */
    private static final Period NEVER = new Period(LocalDate.EPOCH, LocalDate.EPOCH);

    private final FxRates rates;
    private final Histories histories;
    private final Map<CurrencyCode, Known> kept = new LinkedHashMap<>(4, 0.75f, true);

    PaymentFx(FxRates rates, Histories histories) {
        this.rates = rates;
        this.histories = histories;
    }

    /**
     * Rates to that currency.
     *
     * @param told how far everything was, at least, that they rest on
     */
    record Known(Mark mark, FxState told, Period days, Set<CurrencyCode> currencies, FxBook book) {}

    /** As everything is known at that mark. */
    synchronized Known to(CurrencyCode reporting, Mark mark, int generation) {
        Known before = kept.get(reporting);
        if (before != null && before.mark.equals(mark)) {
            return before;
        }
        Known now = read(reporting, mark, generation, before);
        kept.put(reporting, now);
        if (kept.size() > MOST_BOOKS) {
            kept.remove(kept.keySet().iterator().next());
        }
        return now;
    }

    private Known read(CurrencyCode reporting, Mark mark, int generation, @Nullable Known before) {
        Map<CurrencyCode, Period> paid = histories.paidIn(generation);
        Set<CurrencyCode> currencies = new TreeSet<>(paid.keySet());
        currencies.add(reporting);
        Period days = hull(paid.values());
        FxState told = rates.state();
        return before != null && isSame(before, told, days, currencies)
                ? new Known(mark, told, days, currencies, before.book)
                : new Known(
                        mark,
                        told,
                        days,
                        currencies,
                        rates.told(Instant.MAX, days, currencies).book());
    }

    /** Whether nothing was told since then of the days on which anything was paid. */
    private boolean isSame(Known before, FxState told, Period days, Set<CurrencyCode> currencies) {
        return before.days.equals(days)
                && before.currencies.equals(currencies)
                && rates.changedSince(before.told, told)
                        .map(changed ->
                                changed.stream().allMatch(day -> day.isBefore(days.from()) || day.isAfter(days.to())))
                        .orElse(false);
    }

    private static Period hull(Collection<Period> periods) {
        return periods.stream()
                .reduce((one, other) -> new Period(
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        one.to().isAfter(other.to()) ? one.to() : other.to()))
                .orElse(NEVER);
    }
}
