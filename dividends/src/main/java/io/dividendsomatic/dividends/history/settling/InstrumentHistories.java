package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What is known of instruments: everything that portraits of them are drawn from, the payments of a few at a time.
 */
@Component
public class InstrumentHistories {
    private final Extracts extracts;
    private final StoredPayments stored;
    private final KeptPayments kept;
    private final ToldDividends told;
    private final FoldingRules rules;

    InstrumentHistories(
            Extracts extracts, StoredPayments stored, KeptPayments kept, ToldDividends told, FoldingRules rules) {
        this.extracts = extracts;
        this.stored = stored;
        this.kept = kept;
        this.told = told;
        this.rules = rules;
    }

    /**
     * What is known of accounts' dividends beside the payments themselves.
     *
     * @param uses of instruments by payments and expectations
     * @param identify by which name an account knows an instrument
     * @param naming names an account's rows by their days
     * @param toldUntil the last day of which the files of each account tell anything
     */
    public record Known(
            List<InstrumentUse> uses,
            Map<InstrumentKey, Splits> splits,
            Function<AccountId, Function<Instrument, InstrumentKey>> identify,
            Function<AccountId, Naming> naming,
            Map<AccountId, LocalDate> toldUntil) {
        public Known {
            uses = List.copyOf(uses);
            splits = Map.copyOf(splits);
            toldUntil = Map.copyOf(toldUntil);
        }
    }

    public Known known(int generation, Instant knownAt, List<AccountId> accounts) {
        Map<AccountId, LocalDate> until = told.toldUntil(generation, knownAt);
        Rules then = rules.at(knownAt);
        Function<AccountId, Function<Instrument, InstrumentKey>> identify =
                account -> then.lots(account).identify();
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> new Known(
                        Stream.concat(
                                        known.read(everything(accounts), of -> stored.uses(generation, of.accounts())),
                                        known.past().flatMap(InstrumentUse::of))
                                .toList(),
                        splits(known.isNow() ? stored.splits(generation) : splits(generation, knownAt)),
                        identify,
                        account -> then.lots(account).naming(),
                        until));
    }

    /** Those of the instruments, by pay date and fact. */
    public List<Payment> payments(
            int generation, Instant knownAt, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        Set<InstrumentKey> wanted = Set.copyOf(instruments);
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> Stream.concat(
                                known.read(everything(accounts), of -> kept.of(generation, of.accounts(), wanted)),
                                known.past()
                                        .flatMap(history -> history.payments().stream())
                                        .filter(payment -> payment.key() != null && wanted.contains(payment.key())))
                        .sorted(Payment.BY_DATE)
                        .toList());
    }

    /** Those that brokers expect or expected of the instruments, by pay date. */
    public List<ExpectedPayment> expected(
            int generation, Instant knownAt, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        Set<InstrumentKey> wanted = Set.copyOf(instruments);
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> Stream.concat(
                                known.read(
                                        everything(accounts), of -> stored.expected(generation, of.accounts(), wanted)),
                                known.past()
                                        .flatMap(history -> history.expected().stream())
                                        .filter(expected -> wanted.contains(expected.key())))
                        .toList());
    }

    /** Those that the files of these accounts tell. */
    public Map<InstrumentKey, Splits> splits(int generation, Instant knownAt, List<AccountId> accounts) {
        return extracts.answer(
                generation,
                knownAt,
                accounts,
                known -> splits(Stream.concat(
                                known.read(everything(accounts), of -> stored.splits(generation, of.accounts())),
                                known.past().flatMap(history -> history.splits().stream()))
                        .distinct()
                        .toList()));
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

    private static PaymentQuery everything(List<AccountId> accounts) {
        return new PaymentQuery(accounts, null, null, null);
    }
}
