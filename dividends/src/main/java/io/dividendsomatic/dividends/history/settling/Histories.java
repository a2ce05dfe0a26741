package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.history.settling.SumCell.Direct;
import io.dividendsomatic.dividends.history.settling.ToldDividends.Extent;
import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is known of the accounts' dividends: from the tables, brought up to date first; of an earlier time folded afresh by
 * the same code from what had been told then.
 */
@Component
public class Histories {
    private static final Comparator<Payment> LISTED = Comparator.comparing(Payment::payDate)
            .thenComparing(payment -> payment.account().toString())
            .thenComparing(Payment::id);

    private final PaymentSettling settling;
    private final StoredPayments stored;
    private final ToldDividends told;
    private final FoldingRules rules;
    private final TransactionTemplate reading;

    Histories(
            PaymentSettling settling,
            StoredPayments stored,
            ToldDividends told,
            FoldingRules rules,
            PlatformTransactionManager transactions) {
        this.settling = settling;
        this.stored = stored;
        this.told = told;
        this.rules = rules;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Everything that is known of accounts' dividends.
     *
     * @param identify by which name an account knows an instrument
     * @param toldUntil the last day of which the files of each account tell anything
     */
    public record Known(
            List<Payment> payments,
            List<ExpectedPayment> expected,
            Map<InstrumentKey, Splits> splits,
            Function<AccountId, Function<Instrument, InstrumentKey>> identify,
            Map<AccountId, LocalDate> toldUntil) {
        public Known {
            payments = List.copyOf(payments);
            expected = List.copyOf(expected);
            splits = Map.copyOf(splits);
            toldUntil = Map.copyOf(toldUntil);
        }
    }

    /** By pay date, account and fact. */
    public Slice<Payment> payments(int generation, Instant knownAt, PaymentQuery query, int page, int size) {
        return answer(
                generation,
                knownAt,
                query.accounts(),
                () -> stored.page(generation, query, page, size),
                past -> Slice.of(
                        past.stream()
                                .flatMap(history -> history.payments().stream())
                                .filter(query::takes)
                                .sorted(LISTED)
                                .toList(),
                        page,
                        size));
    }

    /** By pay date and fact. */
    public List<Payment> payments(int generation, Instant knownAt, PaymentQuery query) {
        return answer(
                generation,
                knownAt,
                query.accounts(),
                () -> stored.payments(generation, query),
                past -> past.stream()
                        .flatMap(history -> history.payments().stream())
                        .filter(query::takes)
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    /** Those of events with a pay date or an ex date in the period, by pay date and fact. */
    public List<Payment> around(int generation, Instant knownAt, List<AccountId> accounts, Period period) {
        return answer(
                        generation,
                        knownAt,
                        accounts,
                        () -> stored.around(generation, accounts, period),
                        past -> past.stream()
                                .flatMap(history -> around(period, history.payments()))
                                .toList())
                .stream()
                .sorted(Payment.BY_DATE)
                .toList();
    }

    private static Stream<Payment> around(Period period, List<Payment> payments) {
        Set<FactId> events = payments.stream()
                .filter(payment -> isIn(period, payment.payDate())
                        || isIn(period, payment.terms().exDate()))
                .map(Payment::paymentEventId)
                .collect(Collectors.toSet());
        return payments.stream().filter(payment -> events.contains(payment.paymentEventId()));
    }

    private static boolean isIn(Period period, @Nullable LocalDate day) {
        return day != null && !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    /** In no order that counts. */
    public List<SumCell> sums(int generation, Instant knownAt, PaymentQuery query, GroupBy by, Direct direct) {
        return answer(
                generation,
                knownAt,
                query.accounts(),
                () -> stored.sums(generation, query, by, direct),
                past -> past.stream()
                        .flatMap(history -> history.payments().stream())
                        .filter(query::takes)
                        .map(payment -> SumCell.of(payment, by))
                        .toList());
    }

    /** By account the number of the newest event of which anything is told here. */
    public Map<AccountId, Long> newest(int generation) {
        return told.progress(generation).stream()
                .collect(Collectors.toMap(ToldDividends.Progress::account, ToldDividends.Progress::newest));
    }

    public Known known(int generation, Instant knownAt, List<AccountId> accounts) {
        PaymentQuery all = new PaymentQuery(accounts, null, null, null);
        Map<AccountId, LocalDate> until = told.toldUntil(generation, knownAt);
        Rules then = rules.at(knownAt);
        Function<AccountId, Function<Instrument, InstrumentKey>> identify =
                account -> then.lots(account).identify();
        return answer(
                generation,
                knownAt,
                accounts,
                () -> new Known(
                        stored.payments(generation, all),
                        stored.expected(generation, accounts),
                        splits(stored.splits(generation)),
                        identify,
                        until),
                past -> new Known(
                        past.stream()
                                .flatMap(history -> history.payments().stream())
                                .sorted(Payment.BY_DATE)
                                .toList(),
                        past.stream()
                                .flatMap(history -> history.expected().stream())
                                .toList(),
                        splits(past.stream()
                                .flatMap(history -> history.splits().stream())
                                .distinct()
                                .toList()),
                        identify,
                        until));
    }

    private static Map<InstrumentKey, Splits> splits(List<InstrumentSplit> told) {
        Map<InstrumentKey, List<Split>> byInstrument = told.stream()
                .collect(Collectors.groupingBy(
                        InstrumentSplit::instrument, Collectors.mapping(InstrumentSplit::split, Collectors.toList())));
        return byInstrument.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Splits(entry.getValue())));
    }

    private <T> T answer(
            int generation,
            Instant knownAt,
            List<AccountId> accounts,
            Supplier<T> now,
            Function<List<AccountHistory>, T> then) {
        settling.settle(generation, account -> accounts.isEmpty() || accounts.contains(account));
        T answer = reading.execute(snapshot -> {
            List<AccountId> asked = accounts.isEmpty() ? told.accounts(generation, knownAt) : accounts;
            boolean tablesKnowMore = told.progress(generation).stream()
                    .filter(progress -> accounts.isEmpty() || accounts.contains(progress.account()))
                    .anyMatch(progress -> progress.settledAt().isAfter(knownAt));
            return tablesKnowMore ? then.apply(past(generation, asked, knownAt)) : now.get();
        });
        return Objects.requireNonNull(answer);
    }

    private List<AccountHistory> past(int generation, List<AccountId> accounts, Instant knownAt) {
        Rules then = rules.at(knownAt);
        return accounts.stream()
                .map(account -> told.history(
                        generation,
                        account,
                        Extent.knownAt(knownAt),
                        then.lots(account).identify()))
                .toList();
    }
}
