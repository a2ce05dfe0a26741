package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.OneMoment;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what was known at a time: from the tables, brought up to date first; of accounts of which more is known by now
 * folded afresh by the same code from what had been told then.
 */
@Component
class Extracts {
    private final PaymentSettling settling;
    private final ToldDividends told;
    private final FoldingRules rules;
    private final TransactionTemplate reading;

    Extracts(
            PaymentSettling settling, ToldDividends told, FoldingRules rules, PlatformTransactionManager transactions) {
        this.settling = settling;
        this.told = told;
        this.rules = rules;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Takes in whatever was told of those accounts; of all where none is named. */
    void upToDate(int generation, List<AccountId> accounts) {
        Standpoint.reach(
                List.of(Extracts.class, generation, accounts),
                () -> settling.settle(generation, account -> accounts.isEmpty() || accounts.contains(account)));
    }

    /** In one snapshot of the database; within a larger one of that, which nothing new gets into. */
    <T> T answer(int generation, Instant knownAt, List<AccountId> accounts, Function<Extract, T> work) {
        if (OneMoment.isSeen()) {
            return work.apply(OneMoment.once(
                    new Asked(this, generation, accounts, knownAt),
                    () -> of(generation, accounts, knownAt).kept()));
        }
        upToDate(generation, accounts);
        return Objects.requireNonNull(reading.execute(snapshot -> work.apply(of(generation, accounts, knownAt))));
    }

    private record Asked(Extracts of, int generation, List<AccountId> accounts, Instant knownAt) {}

    /** What came or was decided later is about its accounts alone: the others' tables tell what was known then. */
    Extract of(int generation, List<AccountId> accounts, Instant knownAt) {
        if (!knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN)) {
            return Extract.ofNow(accounts);
        }
        Rules then = rules.at(knownAt);
        Set<AccountId> later = told.progress(generation).stream()
                .filter(progress -> progress.knowsOtherwise(knownAt, then.version(progress.account())))
                .map(ToldDividends.Progress::account)
                .filter(account -> accounts.isEmpty() || accounts.contains(account))
                .collect(Collectors.toSet());
        if (later.isEmpty()) {
            return Extract.ofNow(accounts);
        }
        List<AccountId> asked = accounts.isEmpty() ? told.accounts(generation, knownAt) : accounts;
        return new Extract(
                asked.stream().filter(account -> !later.contains(account)).toList(),
                false,
                () -> asked.stream()
                        .filter(later::contains)
                        .map(account -> told.history(
                                generation, account, ToldDividends.Extent.knownAt(knownAt), then.lots(account))));
    }
}
