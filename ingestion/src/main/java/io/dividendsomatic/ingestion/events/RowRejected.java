package io.dividendsomatic.ingestion.events;

/** A row could not be understood; the problem says why, with the column and the raw text of the cell. */
public record RowRejected(int line, int lines, Problem problem) implements RowVerdict {}
