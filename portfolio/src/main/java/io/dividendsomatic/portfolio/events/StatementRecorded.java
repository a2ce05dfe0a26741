package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * The account has taken everything that a file says of it: the last event of that file here.
 *
 * @param period that the file covers, where it says so
 * @param newFacts rows that tell what no earlier file had told
 * @param knownFacts rows that tell what an earlier file had told already: a booking by its identity, even when a figure of
 *     it is corrected; a printed figure by its content
 * @param reading of the file's bytes, counted; absent for the first
 */
public record StatementRecorded(
        AccountId account,
        FileId file,
        @Nullable Period period,
        int newFacts,
        int knownFacts,
        @Nullable Integer reading)
        implements AccountEvent {

    /** Of the first reading. */
    public StatementRecorded(AccountId account, FileId file, @Nullable Period period, int newFacts, int knownFacts) {
        this(account, file, period, newFacts, knownFacts, null);
    }
}
