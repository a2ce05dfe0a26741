package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;

/** What a retracted file had told an account counts again, as if it had never been taken back. */
public record StatementRestored(AccountId account, FileId file) implements AccountEvent {}
