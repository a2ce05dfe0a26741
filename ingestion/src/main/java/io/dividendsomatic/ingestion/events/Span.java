package io.dividendsomatic.ingestion.events;

/**
 * Where a row stands on lines that it shares with others, as in XML and JSON that is written without line breaks.
 *
 * @param column of its first character on its first line, counted from 1
 * @param length in characters, line ends counted as one
 */
public record Span(int column, int length) {

    public Span {
        if (column < 1 || length < 1) {
            throw new IllegalArgumentException("no place on a line: column " + column + ", length " + length);
        }
    }
}
