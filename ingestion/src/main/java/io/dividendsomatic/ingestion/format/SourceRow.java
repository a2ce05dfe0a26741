package io.dividendsomatic.ingestion.format;

/** One row of a file, whatever the file's shape: a record of a table, an element of XML, an object of JSON. */
public interface SourceRow {

    /** The line on which it begins, counted from 1. */
    int line();

    /** On how many lines it stands. */
    int lines();

    /** The row as it stands in the file. */
    String raw();
}
