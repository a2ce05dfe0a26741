package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An account's course in the reporting currency.
 *
 * @param days on which anything changed
 * @param flows by day
 */
public record Track(AccountId account, NavigableMap<LocalDate, AccountDay> days, List<Converted> flows) {

    public Track {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        flows = List.copyOf(flows);
    }

    /** What holds on that day; nothing before the first one that is known. */
    public Optional<AccountDay> on(LocalDate day) {
        return Optional.ofNullable(days.floorEntry(day)).map(Map.Entry::getValue);
    }

    /**
     * The first day on which there is something to value, and a rate for all of it that ever has one: positions, or money
     * that came from outside. Dividends of units that no file shows are none. Absent where there never is.
     */
    public Optional<LocalDate> begins() {
        LocalDate came = flows.stream()
                .filter(flow -> flow.kind().isExternal())
                .map(Converted::date)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        return days.values().stream()
                .filter(day -> day.unrated().isEmpty())
                .filter(day -> day.pricedOn() != null || !day.date().isBefore(came))
                .map(AccountDay::date)
                .findFirst();
    }
}
