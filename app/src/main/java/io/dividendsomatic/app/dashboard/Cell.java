package io.dividendsomatic.app.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text what a person reads
 * @param value by which it is sorted, and which a spreadsheet gets; absent when it is not known
 * @param number whether it stands to the right
 * @param mark a class for its colour, such as {@code up} and {@code down}; empty for none
 * @param note a second, quieter line
 * @param link where it leads
 * @param figure whether the link tells where the figure comes from, beside the page
 */
record Cell(
        String text,
        @Nullable Comparable<?> value,
        boolean number,
        String mark,
        @Nullable String note,
        @Nullable String link,
        boolean figure) {

    static Cell of(String text) {
        return new Cell(text, text.isEmpty() ? null : text, false, "", null, null, false);
    }

    static Cell number(String text, @Nullable Comparable<?> value) {
        return new Cell(text, value, true, "", null, null, false);
    }

    static Cell other(String text, @Nullable Comparable<?> value) {
        return new Cell(text, value, false, "", null, null, false);
    }

    Cell marked(String with) {
        return new Cell(text, value, number, with, note, link, figure);
    }

    Cell noted(@Nullable String with) {
        return new Cell(text, value, number, mark, with, link, figure);
    }

    Cell leading(@Nullable Object to) {
        return new Cell(text, value, number, mark, note, to == null ? null : to.toString(), false);
    }

    /** Tells where it comes from; what is not known comes from nowhere. */
    Cell explained(Object by) {
        return value == null ? this : new Cell(text, value, number, mark, note, by.toString(), true);
    }
}
