package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Undoes the retraction of what a file told an account. */
public record RestoreStatement(@TargetAggregateIdentifier AccountId account, FileId file) {}
