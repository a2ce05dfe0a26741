package io.dividendsomatic.portfolio.transactions;

import static java.util.Comparator.comparing;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect;
import io.dividendsomatic.portfolio.ledger.cash.CashEffects;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.transactions.StoredTransactions.PrintedBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Balances from bookings, each beside the one that the broker printed last. */
final class CashFold {
    /** A day's end outranks the balance after one of its rows, as far as the day is the same. */
    private static final Comparator<PrintedBalance> NEWEST_LAST = comparing(
                    (PrintedBalance printed) -> printed.row().asOf())
            .thenComparing(printed -> printed.row().at())
            .thenComparing(PrintedBalance::edition)
            .thenComparing(PrintedBalance::file);

    private static final Comparator<PrintedBalance> CURRENT_LAST =
            comparing(PrintedBalance::edition).thenComparing(PrintedBalance::file);

    private final AccountId account;
    private final LocalDate asOf;
    private final CashLedger ledger;
    private final List<PrintedBalance> printed;

    private CashFold(AccountId account, LocalDate asOf, CashLedger ledger, List<PrintedBalance> printed) {
        this.account = account;
        this.asOf = asOf;
        this.ledger = ledger;
        this.printed = printed;
    }

    /** One line a currency, in their order; {@code printed} of days up to {@code asOf}. */
    static List<Cash> fold(AccountId account, LocalDate asOf, List<Booking> bookings, List<PrintedBalance> printed) {
        CashLedger ledger = CashLedger.of(bookings, opening(bookings, printed));
        CashFold fold = new CashFold(account, asOf, ledger, printed);
        SortedSet<CurrencyCode> currencies = new TreeSet<>();
        ledger.entries().forEach((currency, entries) -> {
            if (!entries.getFirst().effect().date().isAfter(asOf)) {
                currencies.add(currency);
            }
        });
        printed.forEach(balance -> currencies.add(balance.row().currency()));
        return currencies.stream().map(fold::line).toList();
    }

    /** The balance of the start of a day counts when no booking in its currency is earlier. */
    private static Map<CurrencyCode, Amount> opening(List<Booking> bookings, List<PrintedBalance> printed) {
        Map<CurrencyCode, LocalDate> first = new HashMap<>();
        for (Booking booking : bookings) {
            for (CashEffect effect : CashEffects.of(booking)) {
                first.merge(effect.money().currency(), effect.date(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Map<CurrencyCode, Amount> opening = new HashMap<>();
        printed.stream()
                .filter(balance -> balance.row().at() == At.START_OF_DAY)
                .filter(balance -> {
                    LocalDate booked = first.get(balance.row().currency());
                    return booked == null || !balance.row().asOf().isAfter(booked);
                })
                .sorted(comparing((PrintedBalance balance) -> balance.row().asOf())
                        .reversed()
                        .thenComparing(CURRENT_LAST))
                .forEach(balance ->
                        opening.put(balance.row().currency(), balance.row().balance()));
        return opening;
    }

    private Cash line(CurrencyCode currency) {
        PrintedBalance newest = newest(currency);
        return new Cash(
                account,
                currency,
                ledger.balanceAt(currency, asOf),
                newest == null
                        ? null
                        : new Cash.Printed(newest.row().balance(), newest.row().asOf(), newest.file()),
                newest == null ? null : difference(newest),
                newest == null ? List.of() : List.of(new SourceRef(newest.file(), newest.line())));
    }

    /** Of balances after each row the one nearest to ours stands for the day's last, since files run either way. */
    private @Nullable PrintedBalance newest(CurrencyCode currency) {
        List<PrintedBalance> own = printed.stream()
                .filter(balance -> balance.row().currency().equals(currency))
                .filter(balance -> balance.row().at() != At.START_OF_DAY)
                .toList();
        PrintedBalance last = own.stream().max(NEWEST_LAST).orElse(null);
        return last == null
                ? null
                : own.stream()
                        .filter(balance -> NEWEST_LAST.compare(balance, last) == 0)
                        .min(comparing((PrintedBalance balance) ->
                                        difference(balance).abs())
                                .thenComparingInt(PrintedBalance::line))
                        .orElse(last);
    }

    private BigDecimal difference(PrintedBalance balance) {
        return balance.row()
                .balance()
                .value()
                .subtract(
                        ledger.balanceAt(balance.row().currency(), balance.row().asOf())
                                .value());
    }
}
