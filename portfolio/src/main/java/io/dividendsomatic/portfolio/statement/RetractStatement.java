package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back what a file told an account. */
public record RetractStatement(@TargetAggregateIdentifier AccountId account, FileId file, RetractionCause cause) {}
