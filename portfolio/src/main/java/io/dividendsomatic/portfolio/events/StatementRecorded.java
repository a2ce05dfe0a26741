package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;

/**
 * The account has taken everything that a file says of it: the last event of that file here.
 *
 * @param newFacts rows that no earlier file had told
 * @param knownFacts rows that an earlier file had told already
 */
public record StatementRecorded(AccountId account, FileId file, int newFacts, int knownFacts) implements AccountEvent {}
