package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.transactions.settling.BookingFigures;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import io.dividendsomatic.portfolio.transactions.settling.CashDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Money that a file shows before any booking of its currency: it came from outside, whenever that was. */
final class OpeningCash {
    private final AccountId account;
    private final SortedMap<CurrencyCode, CashDay> first = new TreeMap<>();
    private final SortedMap<CurrencyCode, BigDecimal> booked = new TreeMap<>();

    OpeningCash(AccountId account, Collection<CashDay> days) {
        this.account = account;
        days.forEach(day ->
                first.merge(day.currency(), day, (one, other) -> other.date().isBefore(one.date()) ? other : one));
    }

    /** Takes any booking; those of the first day of their currency are in its balance. */
    void add(BookingLine booking) {
        effects(booking.figures())
                .filter(money -> {
                    CashDay day = first.get(money.currency());
                    return day != null && day.date().equals(booking.date());
                })
                .forEach(money -> booked.merge(money.currency(), money.amount().value(), BigDecimal::add));
    }

    private static Stream<Money> effects(BookingFigures figures) {
        if (figures.settled() != null) {
            return Stream.of(figures.settled());
        }
        Money amount = figures.amount();
        Stream<Money> costs = Stream.of(figures.fee(), figures.tax())
                .flatMap(Stream::ofNullable)
                .filter(cost -> amount == null || !cost.currency().equals(amount.currency()));
        return Stream.concat(Stream.of(amount, figures.counterAmount()).flatMap(Stream::ofNullable), costs);
    }

    /** Only where the broker's own figure bears it out. */
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        first.forEach((currency, day) -> {
            CashDay.Printed printed = day.printed();
            BigDecimal opening = day.balance().value().subtract(booked.getOrDefault(currency, BigDecimal.ZERO));
            if (printed != null && printed.balance().equals(day.balance()) && opening.signum() != 0) {
                flows.add(new Flow(
                        account,
                        day.date(),
                        FlowKind.CASH_FIRST_SEEN,
                        currency,
                        opening,
                        null,
                        1,
                        Evidence.ofMoney(List.of(printed.source()))));
            }
        });
        return flows;
    }
}
