package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is known of the accounts: from the tables, brought up to date first; of an earlier time folded afresh by the same
 * code from what had been told then.
 */
@Component
public class Ledgers {
    private final Settling settling;
    private final SettledPages pages;
    private final Settlements settlements;
    private final ToldAccounts told;
    private final FoldingRules rules;
    private final TransactionTemplate reading;

    Ledgers(
            Settling settling,
            SettledPages pages,
            Settlements settlements,
            ToldAccounts told,
            FoldingRules rules,
            PlatformTransactionManager transactions) {
        this.settling = settling;
        this.pages = pages;
        this.settlements = settlements;
        this.told = told;
        this.rules = rules;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** By day, account, place in the day and fact. */
    public Slice<BookingLine> bookings(int generation, Instant knownAt, SettledQuery asked, int page, int size) {
        SettledQuery query = asked.meaning(rules.at(knownAt));
        return answer(
                generation,
                knownAt,
                query.accounts(),
                () -> pages.bookings(generation, query, page, size),
                past -> Slice.of(bookings(past, query).toList(), page, size));
    }

    /** All that are asked for, in the same order; those of the tables are not in memory together. */
    public void eachBooking(int generation, Instant knownAt, SettledQuery asked, Consumer<BookingLine> taker) {
        SettledQuery query = asked.meaning(rules.at(knownAt));
        answer(
                generation,
                knownAt,
                query.accounts(),
                () -> {
                    pages.eachBooking(generation, query, taker);
                    return query;
                },
                past -> {
                    bookings(past, query).forEachOrdered(taker);
                    return query;
                });
    }

    private static Stream<BookingLine> bookings(Collection<Settlement> past, SettledQuery query) {
        return past.stream()
                .flatMap(settlement -> settlement.bookings().stream())
                .filter(query::takes)
                .sorted(Comparator.comparing(BookingLine::date)
                        .thenComparing(BookingLine::account)
                        .thenComparing(BookingLine::place)
                        .thenComparing(BookingLine::fact));
    }

    /** By day, account and fact. */
    public Slice<GainLine> gains(
            int generation, Instant knownAt, SettledQuery asked, Method method, int page, int size) {
        SettledQuery query = asked.meaning(rules.at(knownAt));
        return answer(
                true,
                generation,
                knownAt,
                query.accounts(),
                () -> pages.gains(generation, query, method, page, size),
                past -> Slice.of(gains(past, query, method).toList(), page, size));
    }

    /** All that are asked for, in the same order, without their lots and rows. */
    public void eachGain(int generation, Instant knownAt, SettledQuery asked, Method method, Consumer<GainLine> taker) {
        SettledQuery query = asked.meaning(rules.at(knownAt));
        answer(
                true,
                generation,
                knownAt,
                query.accounts(),
                () -> {
                    pages.eachGain(generation, query, method, taker);
                    return query;
                },
                past -> {
                    gains(past, query, method).map(GainLine::bare).forEachOrdered(taker);
                    return query;
                });
    }

    private static Stream<GainLine> gains(Collection<Settlement> past, SettledQuery query, Method method) {
        return past.stream()
                .flatMap(settlement -> settlement.gains(method).stream())
                .filter(query::takes)
                .sorted(Comparator.comparing(GainLine::date)
                        .thenComparing(GainLine::account)
                        .thenComparing(GainLine::fact)
                        .thenComparingInt(GainLine::ordinal));
    }

    /** Of each account and currency the newest day up to that one, and the newest of which a balance was printed. */
    public List<CashDay> cash(int generation, Instant knownAt, List<AccountId> accounts, LocalDate asOf) {
        return Standpoint.kept(
                List.of(CashDay.class, generation, knownAt, accounts, asOf),
                List::size,
                () -> cashNow(generation, knownAt, accounts, asOf));
    }

    private List<CashDay> cashNow(int generation, Instant knownAt, List<AccountId> accounts, LocalDate asOf) {
        return answer(
                generation,
                knownAt,
                accounts,
                () -> asked(generation, knownAt, accounts).stream()
                        .flatMap(account -> pages.cash(generation, account, asOf).stream())
                        .toList(),
                past -> past.stream()
                        .filter(settlement -> accounts.isEmpty() || accounts.contains(settlement.account()))
                        .flatMap(settlement -> settlement.cash().stream())
                        .filter(day -> !day.date().isAfter(asOf))
                        .toList());
    }

    /** The balances of all days, in no order that counts. */
    public List<CashDay> cashDays(int generation, Instant knownAt, List<AccountId> accounts) {
        return answer(
                generation,
                knownAt,
                accounts,
                () -> pages.cashDays(generation, asked(generation, knownAt, accounts)),
                past -> past.stream()
                        .filter(settlement -> accounts.isEmpty() || accounts.contains(settlement.account()))
                        .flatMap(settlement -> settlement.cash().stream())
                        .toList());
    }

    private List<AccountId> asked(int generation, Instant knownAt, List<AccountId> accounts) {
        return accounts.isEmpty() ? told.accounts(generation, knownAt) : accounts;
    }

    <T> T answer(
            int generation,
            Instant knownAt,
            List<AccountId> accounts,
            Supplier<T> now,
            Function<Collection<Settlement>, T> then) {
        return answer(false, generation, knownAt, accounts, now, then);
    }

    /** @param withReports whether the answer also depends on what brokers reported, as that of lots does */
    <T> T answer(
            boolean withReports,
            int generation,
            Instant knownAt,
            List<AccountId> accounts,
            Supplier<T> now,
            Function<Collection<Settlement>, T> then) {
        Set<AccountId> wanted = settlements.linked(generation, accounts);
        Predicate<AccountId> settled = account -> accounts.isEmpty() || wanted.contains(account);
        Standpoint.reach(List.of(Ledgers.class, generation, withReports, accounts), () -> {
            if (withReports) {
                settling.settleWithReports(generation, settled);
            } else {
                settling.settle(generation, settled);
            }
        });
        Rules known = rules.at(knownAt);
        T answer = reading.execute(snapshot -> {
            if (!knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN)) {
                return now.get();
            }
            Set<AccountId> all = settlements.linked(generation, asked(generation, knownAt, accounts));
            boolean tablesKnowOtherwise = told.progress(generation).stream()
                    .filter(progress -> all.contains(progress.account()))
                    .anyMatch(progress -> withReports
                            ? progress.knowsOtherwise(knownAt, known.version(progress.account()))
                            : progress.settledOtherwise(knownAt, known.version(progress.account())));
            return tablesKnowOtherwise
                    ? then.apply(settlements
                            .fold(generation, all, account -> Extent.knownAt(knownAt), known)
                            .values())
                    : now.get();
        });
        return Objects.requireNonNull(answer);
    }
}
