package io.dividendsomatic.portfolio.statement;

/** Money that the owner paid in. */
public record Deposit(CashMovement movement) implements StatementRow {}
