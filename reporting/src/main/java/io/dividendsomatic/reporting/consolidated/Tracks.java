package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Converts courses. Positions are converted at the rate of the day on which they were valued, else of the day that is
 * looked at, like holdings; a balance at that of the day that is looked at, like cash, else at the last one since the day
 * on which it was booked. So money in another currency is worth something else every day, also where nothing happens.
 */
final class Tracks {
    private final CurrencyCode currency;
    private final FxLookup rates;
    private final LocalDate until;

    /** @param until the last day on which money in other currencies is converted anew */
    Tracks(CurrencyCode currency, FxLookup rates, LocalDate until) {
        this.currency = currency;
        this.rates = rates;
        this.until = until;
    }

    Track of(AccountCourse course) {
        NavigableMap<LocalDate, Map<CurrencyCode, ValueDay>> values = new TreeMap<>();
        course.values()
                .forEach(day -> values.computeIfAbsent(day.date(), first -> new TreeMap<>())
                        .put(day.currency(), day));
        NavigableMap<LocalDate, Map<CurrencyCode, Balance>> cash = new TreeMap<>();
        course.cash()
                .forEach(day -> cash.computeIfAbsent(day.date(), first -> new TreeMap<>())
                        .put(day.currency(), day));
        SortedSet<LocalDate> all = new TreeSet<>(values.keySet());
        all.addAll(cash.keySet());
        all.addAll(daysOfOtherMoney(cash));
        Converting converting = new Converting(course.account());
        NavigableMap<LocalDate, AccountDay> days = new TreeMap<>();
        for (LocalDate day : all) {
            days.put(day, converting.day(day, values.getOrDefault(day, Map.of()), cash.getOrDefault(day, Map.of())));
        }
        days.replaceAll((date, day) -> day.among(converting.everRated));
        return new Track(
                course.account(),
                days,
                course.flows().stream().map(flow -> converted(flow, all)).toList());
    }

    private List<LocalDate> daysOfOtherMoney(NavigableMap<LocalDate, Map<CurrencyCode, Balance>> cash) {
        List<LocalDate> days = new ArrayList<>();
        Set<CurrencyCode> others = new TreeSet<>();
        cash.forEach((date, balances) -> {
            balances.forEach((of, balance) -> {
                if (of.equals(currency) || balance.amount().signum() == 0) {
                    others.remove(of);
                } else {
                    others.add(of);
                }
            });
            LocalDate next = cash.higherKey(date);
            LocalDate end = next == null ? until.plusDays(1) : next;
            if (!others.isEmpty() && date.isBefore(end)) {
                date.datesUntil(end).forEach(days::add);
            }
        });
        return days;
    }

    /** What units are worth that no booking explains counts when it is in the value: from the first rate on. */
    private Converted converted(Flow flow, SortedSet<LocalDate> days) {
        Converted own = Converted.of(flow, currency, rates);
        CurrencyCode from = flow.currency();
        boolean isValue = flow.kind().isFirstSeen() || flow.kind() == FlowKind.TRANSFER_OF_UNITS;
        if (own.value() != null || from == null || !isValue) {
            return own;
        }
        return days.tailSet(flow.date()).stream()
                .map(day -> Converted.of(flow, rates.rate(flow.account(), from, currency, day, null), day))
                .filter(later -> later.value() != null)
                .findFirst()
                .orElse(own);
    }

    /** An account's days while they are converted one after the other. */
    private final class Converting {
        private final AccountId account;
        private final Map<CurrencyCode, ValueDay> held = new TreeMap<>();
        private final Map<CurrencyCode, Balance> balances = new TreeMap<>();
        private final Map<CurrencyCode, BigDecimal> lastValues = new TreeMap<>();
        private final Map<CurrencyCode, BigDecimal> lastUnrealized = new TreeMap<>();
        private final Map<ValueDay, BigDecimal> lastRates = new HashMap<>();
        /** What the balances of now came to, and what earlier ones did. */
        private final Map<CurrencyCode, BigDecimal> lastCash = new TreeMap<>();

        private final Map<CurrencyCode, BigDecimal> carriedCash = new TreeMap<>();
        private final Set<CurrencyCode> everRated = new TreeSet<>();

        Converting(AccountId account) {
            this.account = account;
        }

        AccountDay day(LocalDate date, Map<CurrencyCode, ValueDay> values, Map<CurrencyCode, Balance> cash) {
            held.putAll(values);
            held.values().removeIf(value -> value.positions() == 0);
            lastRates.keySet().retainAll(held.values());
            lastValues.keySet().retainAll(held.keySet());
            lastUnrealized.keySet().retainAll(held.keySet());
            balances.putAll(cash);
            lastCash.keySet().removeAll(cash.keySet());
            Sum sum = new Sum();
            held.values().forEach(each -> add(each, date, sum));
            balances.values().forEach(balance -> add(balance, date, sum));
            return sum.day(date);
        }

        private void add(ValueDay each, LocalDate date, Sum sum) {
            BigDecimal rate = rate(each, date);
            if (rate == null) {
                sum.withoutRate(each.currency(), lastValues.get(each.currency()), lastUnrealized.get(each.currency()));
                return;
            }
            everRated.add(each.currency());
            lastValues.put(each.currency(), each.value().multiply(rate));
            lastUnrealized.put(each.currency(), each.unrealized().multiply(rate));
            sum.add(each, rate);
        }

        /**
         * Of the day on which it was valued, like holdings; without one, of the day that is looked at, or of one between
         * the two.
         */
        private @Nullable BigDecimal rate(ValueDay each, LocalDate date) {
            BigDecimal rate = rates.rate(account, each.currency(), currency, each.date(), null)
                    .rate();
            rate = rate != null
                    ? rate
                    : rates.rate(account, each.currency(), currency, date, null).rate();
            if (rate != null) {
                lastRates.put(each, rate);
            }
            return lastRates.get(each);
        }

        private void add(Balance balance, LocalDate date, Sum sum) {
            BigDecimal converted = converted(balance, date);
            if (converted == null) {
                sum.withoutRate(balance.currency(), carriedCash.get(balance.currency()), null);
                return;
            }
            if (balance.amount().signum() != 0) {
                everRated.add(balance.currency());
            }
            lastCash.put(balance.currency(), converted);
            carriedCash.put(balance.currency(), converted);
            sum.cash = sum.cash == null ? converted : sum.cash.add(converted);
        }

        /** Nothing is worth nothing without any rate. */
        private @Nullable BigDecimal converted(Balance balance, LocalDate date) {
            BigDecimal amount = balance.amount();
            if (amount.signum() == 0) {
                return BigDecimal.ZERO;
            }
            Fx onDay = rates.rate(account, balance.currency(), currency, date, null);
            BigDecimal before = lastCash.get(balance.currency());
            if (onDay.status() == Fx.Status.MISSING && before != null) {
                return before;
            }
            Fx fx = onDay.status() == Fx.Status.KNOWN
                    ? onDay
                    : rates.rate(account, balance.currency(), currency, balance.date(), null);
            return fx.convert(amount).orElse(null);
        }
    }

    /** What a day comes to while it is added up. */
    private static final class Sum {
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal estimated = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal unrealized = BigDecimal.ZERO;
        private BigDecimal carried = BigDecimal.ZERO;
        private BigDecimal carriedUnrealized = BigDecimal.ZERO;
        private @Nullable BigDecimal cash;
        private @Nullable LocalDate pricedOn;
        private Quality quality = Quality.ACTUAL;
        private final Set<CurrencyCode> unrated = new TreeSet<>();
        private final Set<Reason> incomplete = new TreeSet<>();

        void add(ValueDay each, BigDecimal rate) {
            value = value.add(each.value().multiply(rate));
            estimated = estimated.add(each.estimated().multiply(rate));
            cost = cost.add(each.cost().multiply(rate));
            unrealized = unrealized.add(each.unrealized().multiply(rate));
            pricedOn = pricedOn == null || each.pricedOn().isBefore(pricedOn) ? each.pricedOn() : pricedOn;
            quality = quality.worse(each.quality(each.pricedOn()));
            if (each.unvalued() > 0) {
                incomplete.add(Reason.NOT_STATED);
            }
        }

        void withoutRate(CurrencyCode currency, @Nullable BigDecimal last, @Nullable BigDecimal lastUnrealized) {
            quality = quality.worse(Quality.FX_MISSING);
            unrated.add(currency);
            incomplete.add(Reason.FX_RATE_MISSING);
            carried = last == null ? carried : carried.add(last);
            carriedUnrealized = lastUnrealized == null ? carriedUnrealized : carriedUnrealized.add(lastUnrealized);
        }

        AccountDay day(LocalDate date) {
            return new AccountDay(
                    date,
                    value,
                    estimated,
                    cost,
                    unrealized,
                    cash,
                    pricedOn,
                    carried,
                    carriedUnrealized,
                    unrated,
                    incomplete,
                    quality);
        }
    }
}
