package io.dividendsomatic.portfolio.statement;

/** A row and the line of the file on which it stands. */
public record StatementLine(int line, StatementRow row) {}
