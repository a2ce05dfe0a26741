package io.dividendsomatic.ingestion.format;

/** The cells of one row by the names of their columns, or of its attributes. */
public interface NamedCells {

    /** Whether the table has that column, or the element that attribute. */
    boolean has(String column);

    /** What stands there; empty where there is no such column. */
    String cell(String column);

    /** The column's name as the file writes it. */
    String label(String column);
}
