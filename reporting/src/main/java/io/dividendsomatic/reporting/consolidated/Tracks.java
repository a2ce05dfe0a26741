package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Converts courses. Positions are converted at the rate of the day on which they were valued, like holdings; a balance at
 * that of the day that is looked at, else at that of the day on which it was booked, like cash.
 */
final class Tracks {
    private final CurrencyCode currency;
    private final FxLookup rates;

    Tracks(CurrencyCode currency, FxLookup rates) {
        this.currency = currency;
        this.rates = rates;
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
        NavigableMap<LocalDate, AccountDay> days = new TreeMap<>();
        Map<CurrencyCode, ValueDay> held = new TreeMap<>();
        Map<CurrencyCode, Balance> balances = new TreeMap<>();
        for (LocalDate day : all) {
            held.putAll(values.getOrDefault(day, Map.of()));
            held.values().removeIf(value -> value.positions() == 0);
            balances.putAll(cash.getOrDefault(day, Map.of()));
            days.put(day, day(course.account(), day, held, balances));
        }
        return new Track(
                course.account(),
                days,
                course.flows().stream()
                        .map(flow -> Converted.of(flow, currency, rates))
                        .toList());
    }

    private AccountDay day(
            AccountId account, LocalDate date, Map<CurrencyCode, ValueDay> held, Map<CurrencyCode, Balance> balances) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal estimated = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        LocalDate pricedOn = null;
        Quality quality = Quality.ACTUAL;
        for (ValueDay each : held.values()) {
            BigDecimal rate = rates.rate(account, each.currency(), currency, each.date(), null)
                    .rate();
            if (rate == null) {
                quality = quality.worse(Quality.FX_MISSING);
                continue;
            }
            value = value.add(each.value().multiply(rate));
            estimated = estimated.add(each.estimated().multiply(rate));
            cost = cost.add(each.cost().multiply(rate));
            pricedOn = pricedOn == null || each.pricedOn().isBefore(pricedOn) ? each.pricedOn() : pricedOn;
            quality = quality.worse(each.quality(each.pricedOn()));
        }
        BigDecimal cash = null;
        for (Balance balance : balances.values()) {
            BigDecimal converted = converted(balance, date);
            if (converted == null) {
                quality = quality.worse(Quality.FX_MISSING);
            } else {
                cash = cash == null ? converted : cash.add(converted);
            }
        }
        return new AccountDay(date, value, estimated, cost, cash, pricedOn, quality);
    }

    /** Nothing is worth nothing without any rate. */
    private @Nullable BigDecimal converted(Balance balance, LocalDate date) {
        BigDecimal amount = balance.amount();
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Fx onDay = rates.rate(balance.account(), balance.currency(), currency, date, null);
        Fx fx = onDay.status() == Fx.Status.KNOWN
                ? onDay
                : rates.rate(balance.account(), balance.currency(), currency, balance.date(), null);
        return fx.convert(amount).orElse(null);
    }
}
