package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rates of one publisher. Those of the last day that has them count, for a week: banks rest over holidays. */
final class ReferenceBook {
    /** How long before the day a rate may lie. */
    static final int DAYS_BACK = 7;

    private final Step step;
    private final Map<LocalDate, Map<CurrencyCode, SortedMap<CurrencyCode, Leg>>> days = new HashMap<>();

    /** @param rates of one publisher; of those for one day and pair the last is right */
    ReferenceBook(Step step, List<ReferenceFx> rates) {
        this.step = step;
        rates.forEach(this::add);
    }

    private void add(ReferenceFx rate) {
        Leg leg = Leg.of(rate.rate().value(), rate.date(), step, rate.publisher(), rate.source());
        put(rate.date(), rate.base(), rate.currency(), leg);
        put(rate.date(), rate.currency(), rate.base(), leg.inverse());
    }

    private void put(LocalDate day, CurrencyCode from, CurrencyCode to, Leg leg) {
        days.computeIfAbsent(day, first -> new HashMap<>())
                .computeIfAbsent(from, first -> new TreeMap<>())
                .put(to, leg);
    }

    /** Directly, or across one currency, both of one day. */
    Optional<Leg> leg(CurrencyCode from, CurrencyCode to, LocalDate day) {
        for (int back = 0; back <= DAYS_BACK; back++) {
            LocalDate date = day.minusDays(back);
            Map<CurrencyCode, Leg> ways = ways(from, date);
            Leg direct = ways.get(to);
            if (direct != null) {
                return Optional.of(direct);
            }
            for (Map.Entry<CurrencyCode, Leg> way : ways.entrySet()) {
                Leg next = ways(way.getKey(), date).get(to);
                if (next != null) {
                    return Optional.of(way.getValue().then(next));
                }
            }
        }
        return Optional.empty();
    }

    /** To every currency that is one rate away on the last day that has any, in order. */
    SortedMap<CurrencyCode, Leg> waysFrom(CurrencyCode from, LocalDate day) {
        for (int back = 0; back <= DAYS_BACK; back++) {
            SortedMap<CurrencyCode, Leg> ways = ways(from, day.minusDays(back));
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return Collections.emptySortedMap();
    }

    private SortedMap<CurrencyCode, Leg> ways(CurrencyCode from, LocalDate date) {
        return days.getOrDefault(date, Map.of()).getOrDefault(from, Collections.emptySortedMap());
    }
}
