package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is known of the accounts' dividends: from the tables, brought up to date first; of an earlier time folded afresh by
 * the same code from what had been told then.
 */
@Component
public class Histories {
    private static final Comparator<Payment> LISTED = Comparator.comparing(Payment::payDate)
            .thenComparing(payment -> payment.account().toString())
            .thenComparing(Payment::id);

    private final Extracts extracts;
    private final StoredPayments stored;
    private final ToldDividends told;

    Histories(Extracts extracts, StoredPayments stored, ToldDividends told) {
        this.extracts = extracts;
        this.stored = stored;
        this.told = told;
    }

    /** By pay date, account and fact. */
    public Slice<Payment> payments(int generation, Instant knownAt, PaymentQuery query, int page, int size) {
        return extracts.answer(
                generation,
                knownAt,
                query.accounts(),
                known -> known.isNow()
                        ? stored.page(generation, query, page, size)
                        : Slice.of(
                                payments(known, generation, query)
                                        .sorted(LISTED)
                                        .toList(),
                                page,
                                size));
    }

    /** By pay date and fact. */
    public List<Payment> payments(int generation, Instant knownAt, PaymentQuery query) {
        return extracts.answer(
                generation,
                knownAt,
                query.accounts(),
                known -> payments(known, generation, query)
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    private Stream<Payment> payments(Extract known, int generation, PaymentQuery query) {
        return Stream.concat(
                known.read(query, settled -> stored.payments(generation, settled)),
                known.past().flatMap(history -> history.payments().stream()).filter(query::takes));
    }

    /** Those of events with a pay date or an ex date in the period, by pay date and fact. */
    public List<Payment> around(int generation, Instant knownAt, List<AccountId> accounts, Period period) {
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> around(known, generation, accounts, period)
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    private Stream<Payment> around(Extract known, int generation, List<AccountId> accounts, Period period) {
        return Stream.concat(
                known.read(everything(accounts), of -> stored.around(generation, of.accounts(), period)),
                known.past().flatMap(history -> around(period, history.payments())));
    }

    private static PaymentQuery everything(List<AccountId> accounts) {
        return new PaymentQuery(accounts, null, null, null);
    }

    private static Stream<Payment> around(Period period, List<Payment> payments) {
        Set<FactId> events = payments.stream()
                .filter(payment -> isIn(period, payment.payDate())
                        || isIn(period, payment.terms().exDate()))
                .map(Payment::paymentEventId)
                .collect(Collectors.toSet());
        return payments.stream().filter(payment -> events.contains(payment.paymentEventId()));
    }

    /** Of the same, those that were paid on these days. */
    public List<Payment> around(int generation, Instant knownAt, List<AccountId> accounts, Period period, Period paid) {
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> Stream.concat(
                                known.read(
                                        everything(accounts),
                                        of -> stored.around(generation, of.accounts(), period, paid)),
                                known.past()
                                        .flatMap(history -> around(period, history.payments()))
                                        .filter(payment -> isIn(paid, payment.payDate())))
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    /**
     * How many of the same events stand and were paid on each day up to that one. All payments of an event have one pay
     * date and one instrument.
     */
    public SortedMap<LocalDate, Integer> paidByDay(
            int generation, Instant knownAt, List<AccountId> accounts, Period period, LocalDate until) {
        return extracts.answer(generation, knownAt, accounts, known -> {
            SortedMap<LocalDate, Integer> days = new TreeMap<>();
            known.read(
                            everything(accounts),
                            of -> List.copyOf(stored.paidByDay(generation, of.accounts(), period, until)
                                    .entrySet()))
                    .forEach(day -> days.merge(day.getKey(), day.getValue(), Integer::sum));
            known.past()
                    .flatMap(history -> around(period, history.payments()))
                    .filter(payment -> payment.isStanding()
                            && payment.key() != null
                            && !payment.payDate().isAfter(until))
                    .collect(Collectors.toMap(
                            payment -> List.of(payment.paymentEventId(), payment.currency()),
                            Payment::payDate,
                            (one, same) -> one))
                    .values()
                    .forEach(day -> days.merge(day, 1, Integer::sum));
            return days;
        });
    }

    private static boolean isIn(Period period, @Nullable LocalDate day) {
        return day != null && !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    /**
     * What sums of payments are made of.
     *
     * @param amounts in no order that counts
     * @param states of the accounts asked for: while one is the same, so are its amounts; of an earlier time there are none
     */
    public record Amounts(List<PaidAmount> amounts, Map<AccountId, String> states) {
        public Amounts {
            amounts = List.copyOf(amounts);
            states = Map.copyOf(states);
        }
    }

    /** @param kept states of accounts whose amounts the caller has; they are left out where they still are in them */
    public Amounts amounts(int generation, Instant knownAt, List<AccountId> accounts, Map<AccountId, String> kept) {
        return extracts.answer(generation, knownAt, accounts, known -> {
            if (!known.isNow()) {
                return new Amounts(
                        Stream.concat(
                                        known.read(
                                                everything(accounts),
                                                settled -> stored.amounts(generation, settled.accounts())),
                                        known.past()
                                                .flatMap(history -> history.payments().stream())
                                                .filter(payment -> !payment.isTaxOnInterest())
                                                .map(PaidAmount::of))
                                .toList(),
                        Map.of());
            }
            Map<AccountId, String> states = states(generation, accounts);
            List<AccountId> others = states.keySet().stream()
                    .filter(account -> !Objects.equals(states.get(account), kept.get(account)))
                    .toList();
            return new Amounts(others.isEmpty() ? List.of() : stored.amounts(generation, others), states);
        });
    }

    /** How far each account is: while one is the same, so are its payments. */
    public Map<AccountId, String> states(int generation, List<AccountId> accounts) {
        return told.progress(generation).stream()
                .filter(progress -> accounts.isEmpty() || accounts.contains(progress.account()))
                .collect(Collectors.toMap(ToldDividends.Progress::account, progress -> generation + " " + progress));
    }

    /** The days on which payments in each currency lie, of all accounts as far as they are taken in. */
    public Map<CurrencyCode, Period> paidIn(int generation) {
        return stored.paidIn(generation);
    }

    /** By account the number of the newest event of which anything is told here. */
    public Map<AccountId, Long> newest(int generation) {
        return told.progress(generation).stream()
                .collect(Collectors.toMap(ToldDividends.Progress::account, ToldDividends.Progress::newest));
    }

    /** Takes in whatever was told of those accounts; of all where none is named. */
    public void upToDate(int generation, List<AccountId> accounts) {
        extracts.upToDate(generation, accounts);
    }
}
