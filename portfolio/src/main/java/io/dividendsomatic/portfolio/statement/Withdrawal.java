package io.dividendsomatic.portfolio.statement;

/** Money that the owner took out; its amount is negative. */
public record Withdrawal(CashMovement movement) implements StatementRow {}
