package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which receipts of one instrument are one distribution: those of different accounts whose rates do not contradict, with
 * the same ex date whatever the days between, else a few days apart; or weeks apart at one stated rate, where each account
 * for itself is paid so seldom that the other's receipt can be no turn of its own.
 */
final class SameDistribution {
    /** Brokers book one payment of an issuer this far apart as a rule; the shortest rhythm is a week. */
    private static final int DAYS_BETWEEN_BROKERS = 5;
    /** So late a broker may book what another one paid before, where rate and rhythm say that it is the same. */
    private static final int DAYS_OF_A_LATE_BROKER = 30;

    private final Map<AccountId, NavigableSet<LocalDate>> dates;
    private final List<List<Payment>> joined = new ArrayList<>();
    private final Map<LocalDate, List<List<Payment>>> byExDate = new HashMap<>();

    private SameDistribution(Map<AccountId, NavigableSet<LocalDate>> dates) {
        this.dates = dates;
    }

    /** The payments of each distribution, by its first pay date; of events by date. */
    static List<List<Payment>> joined(Collection<List<Payment>> events) {
        Map<AccountId, NavigableSet<LocalDate>> dates = events.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Payment::account,
                        TreeMap::new,
                        Collectors.mapping(Payment::payDate, Collectors.toCollection(TreeSet::new))));
        SameDistribution same = new SameDistribution(dates);
        events.forEach(same::add);
        return same.joined;
    }

    /** The strongest of the rates that rows state. */
    static @Nullable PerShare stated(List<Payment> parts) {
        return parts.stream()
                .map(payment -> payment.terms().perShare())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(PerShare::origin))
                .orElse(null);
    }

    private void add(List<Payment> event) {
        List<Payment> whole = withSameExDate(event)
                .or(() -> near(event, DAYS_BETWEEN_BROKERS).stream()
                        .filter(other -> areApart(other, event))
                        .findFirst())
                .or(() -> near(event, DAYS_OF_A_LATE_BROKER).stream()
                        .filter(other -> areApart(other, event) && isLate(other, event))
                        .findFirst())
                .orElseGet(() -> {
                    List<Payment> started = new ArrayList<>();
                    joined.add(started);
                    return started;
                });
        whole.addAll(event);
        for (LocalDate exDate : exDates(event)) {
            byExDate.computeIfAbsent(exDate, day -> new ArrayList<>()).add(whole);
        }
    }

    private Optional<List<Payment>> withSameExDate(List<Payment> event) {
        return exDates(event).stream()
                .flatMap(exDate -> byExDate.getOrDefault(exDate, List.of()).stream())
                .filter(other -> areApart(other, event))
                .findFirst();
    }

    /** Of those by date the last ones, which alone can be one with what follows them. */
    private List<List<Payment>> near(List<Payment> event, int days) {
        LocalDate earliest = event.getFirst().payDate().minusDays(days);
        int first = joined.size();
        while (first > 0 && !joined.get(first - 1).getFirst().payDate().isBefore(earliest)) {
            first--;
        }
        return joined.subList(first, joined.size());
    }

    /** Whether they are of different accounts at rates of which none denies the other. */
    private static boolean areApart(List<Payment> one, List<Payment> other) {
        boolean sharesAccount = one.stream()
                .anyMatch(payment ->
                        other.stream().anyMatch(second -> second.account().equals(payment.account())));
        PerShare rate = stated(one);
        PerShare second = stated(other);
        boolean contradict =
                rate != null && second != null && rate.currency().equals(second.currency()) && !rate.agreesWith(second);
        return !sharesAccount && !contradict;
    }

    private boolean isLate(List<Payment> earlier, List<Payment> later) {
        PerShare rate = stated(earlier);
        PerShare second = stated(later);
        long days = ChronoUnit.DAYS.between(
                earlier.getFirst().payDate(), later.getFirst().payDate());
        Optional<Long> before = gap(earlier.getFirst());
        Optional<Long> after = gap(later.getFirst());
        return rate != null
                && second != null
                && rate.currency().equals(second.currency())
                && (exDates(earlier).isEmpty() || exDates(later).isEmpty())
                && (before.isPresent() || after.isPresent())
                && before.orElse(Long.MAX_VALUE) > 2 * days
                && after.orElse(Long.MAX_VALUE) > 2 * days;
    }

    /** Days to the nearest other day on which the account was paid. */
    private Optional<Long> gap(Payment payment) {
        NavigableSet<LocalDate> own = dates.getOrDefault(payment.account(), new TreeSet<>());
        LocalDate day = payment.payDate();
        LocalDate before = own.lower(day);
        LocalDate after = own.higher(day);
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(other -> Math.abs(ChronoUnit.DAYS.between(other, day)))
                .min(Comparator.naturalOrder());
    }

    private static Set<LocalDate> exDates(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.terms().exDate())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
