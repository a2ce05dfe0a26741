package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedSums;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.DerivedDay;
import io.dividendsomatic.portfolio.transactions.settling.PositionChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account was worth day by day: as reported; between reports the units that the bookings leave, each position as
 * {@link PositionValue} says.
 */
final class Values {
    private final Known known;
    private final Prices prices;
    private final NavigableMap<LocalDate, Map<CurrencyCode, ValueDay>> days = new TreeMap<>();
    private final Spans spans = new Spans();

    private Values(Known known, Prices prices) {
        this.known = known;
        this.prices = prices;
    }

    /**
     * What came of it.
     *
     * @param days by day and currency; a currency of which nothing is held any more has a day that says so
     * @param spans the positions of days that the broker did not report
     */
    record Valued(List<ValueDay> days, List<PositionSpan> spans) {}

    static Valued of(Known known, Prices prices) {
        Values values = new Values(known, prices);
        known.reported().forEach(values::reported);
        values.derived();
        return new Valued(values.withEnds(), values.spans.all());
    }

    private void reported(LocalDate day, List<ReportedSums.Sum> sums) {
        Map<CurrencyCode, ValueDay> ofDay = days.computeIfAbsent(day, first -> new TreeMap<>());
        sums.forEach(sum -> ofDay.put(
                sum.currency(),
                new ValueDay(
                        known.account(),
                        day,
                        sum.currency(),
                        sum.value(),
                        BigDecimal.ZERO,
                        sum.cost(),
                        sum.unrealized(),
                        sum.positions(),
                        sum.unvalued(),
                        sum.uncosted(),
                        day,
                        true)));
    }

    private void derived() {
        Map<LocalDate, List<PositionChange>> changes =
                known.derived().changes().stream().collect(Collectors.groupingBy(PositionChange::date));
        Map<PositionKey, Held> held = new HashMap<>();
        LocalDate report = null;
        boolean begun = false;
        List<DerivedDay> inOrder = known.derived().days().stream()
                .sorted(Comparator.comparing(DerivedDay::date))
                .toList();
        for (DerivedDay day : inOrder) {
            if (!begun || !Objects.equals(report, day.reportedOn())) {
                begun = true;
                report = day.reportedOn();
                held = report == null ? new HashMap<>() : reportedPositions(report);
            }
            for (PositionChange change : changes.getOrDefault(day.date(), List.of())) {
                held.put(change.key(), Held.of(change));
            }
            days.put(day.date(), valued(day.date(), held, report));
        }
    }

    private Map<PositionKey, Held> reportedPositions(LocalDate day) {
        Map<PositionKey, Held> held = new HashMap<>();
        for (HeldPosition position : known.positions().apply(day)) {
            held.merge(
                    new PositionKey(known.identify().apply(position.instrument()), position.currency()),
                    Held.of(position),
                    Held::plus);
        }
        return held;
    }

    private Map<CurrencyCode, ValueDay> valued(LocalDate day, Map<PositionKey, Held> held, @Nullable LocalDate report) {
        Map<CurrencyCode, Sum> sums = new TreeMap<>();
        LocalDate next = known.reported().higherKey(day);
        held.forEach((key, position) -> {
            Optional<UnitValue> price =
                    position.isNothing() ? Optional.empty() : prices.at(day, key, report, position.instrument());
            spans.add(key, position, day, report, next, price.orElse(null));
            if (key.currency() != null && !position.isNothing()) {
                sums.computeIfAbsent(key.currency(), first -> new Sum(day)).add(position, price);
            }
        });
        Map<CurrencyCode, ValueDay> ofDay = new TreeMap<>();
        sums.forEach((currency, sum) -> ofDay.put(currency, sum.day(known.account(), day, currency)));
        return ofDay;
    }

    private List<ValueDay> withEnds() {
        List<ValueDay> all = new ArrayList<>();
        SortedSet<CurrencyCode> open = new TreeSet<>();
        days.forEach((day, ofDay) -> {
            open.stream()
                    .filter(currency -> !ofDay.containsKey(currency))
                    .map(currency -> nothing(day, currency))
                    .forEach(all::add);
            open.clear();
            open.addAll(ofDay.keySet());
            all.addAll(ofDay.values());
        });
        return all;
    }

    private ValueDay nothing(LocalDate day, CurrencyCode currency) {
        BigDecimal zero = BigDecimal.ZERO;
        return new ValueDay(known.account(), day, currency, zero, zero, zero, zero, 0, 0, 0, day, false);
    }

    /** The positions of a currency while they are added up. */
    private static final class Sum {
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal estimated = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal unrealized = BigDecimal.ZERO;
        private int positions;
        private int unvalued;
        private int uncosted;
        private LocalDate pricedOn;

        Sum(LocalDate day) {
            this.pricedOn = day;
        }

        void add(Held position, Optional<UnitValue> price) {
            positions++;
            if (position.cost() == null) {
                uncosted++;
            } else {
                cost = cost.add(position.cost());
            }
            PositionValue worth = PositionValue.of(position, price.orElse(null)).orElse(null);
            if (worth == null) {
                unvalued++;
                return;
            }
            value = value.add(worth.value());
            unrealized = position.cost() == null
                    ? unrealized
                    : unrealized.add(worth.value().subtract(position.cost()));
            if (worth.isEstimated()) {
                estimated = estimated.add(worth.value());
            }
            pricedOn = price.map(UnitValue::day)
                    .filter(day -> day.isBefore(pricedOn))
                    .orElse(pricedOn);
        }

        ValueDay day(AccountId account, LocalDate date, CurrencyCode currency) {
            return new ValueDay(
                    account,
                    date,
                    currency,
                    value,
                    estimated,
                    cost,
                    unrealized,
                    positions,
                    unvalued,
                    uncosted,
                    pricedOn,
                    false);
        }
    }
}
