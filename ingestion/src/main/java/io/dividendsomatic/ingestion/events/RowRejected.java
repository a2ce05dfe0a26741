package io.dividendsomatic.ingestion.events;

import org.jspecify.annotations.Nullable;

/** A row could not be understood; the problem says why, with the column and the raw text of the cell. */
public record RowRejected(int line, int lines, @Nullable Span span, Problem problem) implements RowVerdict {}
