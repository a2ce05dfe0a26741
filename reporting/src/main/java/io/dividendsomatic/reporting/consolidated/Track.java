package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account's course in the reporting currency, ready to be asked for any time. */
public final class Track {
    private final AccountId account;
    private final NavigableMap<LocalDate, AccountDay> days;
    private final List<Converted> flows;
    private final NavigableMap<LocalDate, List<Converted>> byDay = new TreeMap<>();
    private final Set<LocalDate> told;
    private final List<Converted> external;
    private final NavigableMap<LocalDate, BigDecimal> invested;
    private final NavigableMap<LocalDate, AccountDay> incomplete = new TreeMap<>();
    private final @Nullable LocalDate begins;
    private final boolean everFull;

    /**
     * @param days on which anything changed
     * @param flows by day
     */
    public Track(AccountId account, NavigableMap<LocalDate, AccountDay> days, List<Converted> flows) {
        this.account = account;
        this.days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        this.flows = List.copyOf(flows);
        this.flows.forEach(flow ->
                byDay.computeIfAbsent(flow.date(), first -> new ArrayList<>()).add(flow));
        this.told = this.flows.stream().map(flow -> flow.flow().date()).collect(Collectors.toSet());
        this.external =
                this.flows.stream().filter(flow -> flow.kind().isExternal()).toList();
        this.invested = invested(external);
        this.days.forEach((date, day) -> {
            if (!day.incomplete().isEmpty()) {
                incomplete.put(date, day);
            }
        });
        this.begins = begins(this.days, external);
        this.everFull = this.days.values().stream().anyMatch(AccountDay::isFull);
    }

    public AccountId account() {
        return account;
    }

    /** On which anything changed. */
    public NavigableMap<LocalDate, AccountDay> days() {
        return days;
    }

    /** By day. */
    public List<Converted> flows() {
        return flows;
    }

    /** Those that come from outside or go there, by day. */
    public List<Converted> external() {
        return external;
    }

    /** Days on which something that is held is in no figure. */
    public NavigableMap<LocalDate, AccountDay> incomplete() {
        return Collections.unmodifiableNavigableMap(incomplete);
    }

    /** What had come from outside until the end of a day; units that are first seen count at their cost. */
    public BigDecimal investedUntil(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> sum = invested.floorEntry(day);
        return sum == null ? BigDecimal.ZERO : sum.getValue();
    }

    private static NavigableMap<LocalDate, BigDecimal> invested(List<Converted> external) {
        NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        external.forEach(flow -> sums.merge(flow.date(), flow.atCost(), BigDecimal::add));
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : sums.entrySet()) {
            sum = sum.add(day.getValue());
            day.setValue(sum);
        }
        return sums;
    }

    /** The flows after one day and not after another. */
    public Stream<Converted> between(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? byDay.subMap(from, false, to, true).values().stream().flatMap(List::stream)
                : Stream.empty();
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
        return Optional.ofNullable(begins);
    }

    /** Whether on any day all of it is known that is known on any. */
    public boolean isEverFull() {
        return everFull;
    }

    /** Whether a rate of one of these days bears on it. */
    boolean restsOn(Iterable<LocalDate> rated) {
        for (LocalDate day : rated) {
            if (days.containsKey(day) || told.contains(day)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate begins(NavigableMap<LocalDate, AccountDay> days, List<Converted> external) {
        LocalDate came = external.stream()
                .map(Converted::date)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        return days.values().stream()
                .filter(day -> day.unrated().isEmpty())
                .filter(day -> day.pricedOn() != null || !day.date().isBefore(came))
                .map(AccountDay::date)
                .findFirst()
                .orElse(null);
    }
}
