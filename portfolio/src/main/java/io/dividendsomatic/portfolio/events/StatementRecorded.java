package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;

/**
 * The account has taken everything that a file says of it: the last event of that file here.
 *
 * @param newFacts rows that tell what no earlier file had told
 * @param knownFacts rows that tell what an earlier file had told already: a booking by its identity, even when a figure of
 *     it is corrected; a printed figure by its content
 */
public record StatementRecorded(AccountId account, FileId file, int newFacts, int knownFacts) implements AccountEvent {}
