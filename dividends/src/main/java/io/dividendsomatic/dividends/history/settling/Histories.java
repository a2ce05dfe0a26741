package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.history.settling.SumCell.Direct;
import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
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
    private final FoldingRules rules;

    Histories(Extracts extracts, StoredPayments stored, ToldDividends told, FoldingRules rules) {
        this.extracts = extracts;
        this.stored = stored;
        this.told = told;
        this.rules = rules;
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

    /** The same by their places alone, as far as they stand and were paid by that day; in no order that counts. */
    public List<PaidPlace> places(
            int generation, Instant knownAt, List<AccountId> accounts, Period period, LocalDate until) {
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> PaidPlace.ofEvents(Stream.concat(
                        known.read(everything(accounts), of -> stored.places(generation, of.accounts(), period, until)),
                        known.past()
                                .flatMap(history -> around(period, history.payments()))
                                .flatMap(payment -> PaidPlace.of(payment, until).stream()))));
    }

    /**
     * Those of payment events, by pay date and fact.
     *
     * @param events with their pay dates
     */
    public List<Payment> ofEvents(
            int generation, Instant knownAt, List<AccountId> accounts, Map<FactId, LocalDate> events) {
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> Stream.concat(
                                known.read(
                                        everything(accounts), of -> stored.ofEvents(generation, of.accounts(), events)),
                                known.past()
                                        .flatMap(history -> history.payments().stream())
                                        .filter(payment -> events.containsKey(payment.paymentEventId())))
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    private static boolean isIn(Period period, @Nullable LocalDate day) {
        return day != null && !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    /**
     * What sums of payments are made of.
     *
     * @param cells in no order that counts
     * @param states of the accounts asked for: while one is the same, so are its cells; of an earlier time there are none
     */
    public record Sums(List<SumCell> cells, Map<AccountId, String> states) {
        public Sums {
            cells = List.copyOf(cells);
            states = Map.copyOf(states);
        }
    }

    /** @param kept states of accounts whose cells the caller has; they are left out where they still are in them */
    public Sums sums(
            int generation,
            Instant knownAt,
            PaymentQuery query,
            GroupBy by,
            Direct direct,
            Map<AccountId, String> kept) {
        return extracts.answer(generation, knownAt, query.accounts(), known -> {
            Map<AccountId, String> states = known.isNow() ? states(generation, query.accounts()) : Map.of();
            List<AccountId> others = states.keySet().stream()
                    .filter(account -> !Objects.equals(states.get(account), kept.get(account)))
                    .toList();
            if (known.isNow()) {
                return new Sums(
                        others.isEmpty() ? List.of() : stored.sums(generation, query.ofAccounts(others), by, direct),
                        states);
            }
            return new Sums(
                    Stream.concat(
                                    known.read(query, settled -> stored.sums(generation, settled, by, direct)),
                                    known.past()
                                            .flatMap(history -> history.payments().stream())
                                            .filter(query::takes)
                                            .map(payment -> SumCell.of(payment, by)))
                            .toList(),
                    states);
        });
    }

    private Map<AccountId, String> states(int generation, List<AccountId> accounts) {
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

    public Known known(int generation, Instant knownAt, List<AccountId> accounts) {
        PaymentQuery all = everything(accounts);
        Map<AccountId, LocalDate> until = told.toldUntil(generation, knownAt);
        Rules then = rules.at(knownAt);
        Function<AccountId, Function<Instrument, InstrumentKey>> identify =
                account -> then.lots(account).identify();
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> new Known(
                        payments(known, generation, all).sorted(Payment.BY_DATE).toList(),
                        Stream.concat(
                                        known.read(all, of -> stored.expected(generation, of.accounts())),
                                        known.past().flatMap(history -> history.expected().stream()))
                                .toList(),
                        splits(known.isNow() ? stored.splits(generation) : splits(generation, knownAt)),
                        identify,
                        until));
    }

    /** Of all accounts: a split is one whoever tells it. */
    private List<InstrumentSplit> splits(int generation, Instant knownAt) {
        Extract all = extracts.of(generation, List.of(), knownAt);
        return Stream.concat(
                        all.read(everything(List.of()), of -> stored.splits(generation, of.accounts())),
                        all.past().flatMap(history -> history.splits().stream()))
                .distinct()
                .toList();
    }

    private static Map<InstrumentKey, Splits> splits(List<InstrumentSplit> told) {
        Map<InstrumentKey, List<Split>> byInstrument = told.stream()
                .collect(Collectors.groupingBy(
                        InstrumentSplit::instrument, Collectors.mapping(InstrumentSplit::split, Collectors.toList())));
        return byInstrument.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Splits(entry.getValue())));
    }

    /** Takes in whatever was told of those accounts; of all where none is named. */
    public void upToDate(int generation, List<AccountId> accounts) {
        extracts.upToDate(generation, accounts);
    }
}
