package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Span;
import org.jspecify.annotations.Nullable;

/** One row of a file, whatever the file's shape: a record of a table, an element of XML, an object of JSON. */
public interface SourceRow {

    /** The line on which it begins, counted from 1. */
    int line();

    /** On how many lines it stands. */
    int lines();

    /** Where it stands on these lines; absent when it has them for itself. */
    default @Nullable Span span() {
        return null;
    }

    /** The row as it stands in the file. */
    String raw();
}
