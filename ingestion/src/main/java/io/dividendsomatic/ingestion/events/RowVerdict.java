package io.dividendsomatic.ingestion.events;

import org.jspecify.annotations.Nullable;

/** What became of one data row of a file. Every row has exactly one verdict. */
public sealed interface RowVerdict permits RowParsed, RowRejected, RowIgnored {

    /** The line on which the row begins, counted from 1. */
    int line();

    /** On how many lines it stands; more than one when a quoted cell holds a line break. */
    int lines();

    /** Where it stands on these lines; absent when it has them for itself. */
    @Nullable
    Span span();
}
