package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;

/** An account was named by a file for the first time. */
public record AccountOpened(AccountId account) implements AccountEvent {}
