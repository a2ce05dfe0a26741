package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
 * @param behind what a file has beside the value, in the order of {@link Sheet.Column#behind()}
 */
record Cell(
        String text,
        @Nullable Comparable<?> value,
        boolean number,
        String mark,
        @Nullable String note,
        @Nullable String link,
        boolean figure,
        List<@Nullable Object> behind) {
    private static final List<@Nullable Object> NOTHING = List.of();

    static Cell of(String text) {
        return new Cell(text, text.isEmpty() ? null : text, false, "", null, null, false, NOTHING);
    }

    static Cell number(String text, @Nullable Comparable<?> value) {
        return new Cell(text, value, true, "", null, null, false, NOTHING);
    }

    static Cell other(String text, @Nullable Comparable<?> value) {
        return new Cell(text, value, false, "", null, null, false, NOTHING);
    }

    Cell marked(String with) {
        return new Cell(text, value, number, with, note, link, figure, behind);
    }

    Cell noted(@Nullable String with) {
        return new Cell(text, value, number, mark, with, link, figure, behind);
    }

    Cell leading(@Nullable Object to) {
        return new Cell(text, value, number, mark, note, to == null ? null : to.toString(), false, behind);
    }

    /** Tells where it comes from; what is not known comes from nowhere. */
    Cell explained(Object by) {
        return value == null ? this : new Cell(text, value, number, mark, note, by.toString(), true, behind);
    }

    /** What files say of it in columns of their own. */
    Cell telling(@Nullable Object... more) {
        return new Cell(
                text,
                value,
                number,
                mark,
                note,
                link,
                figure,
                Collections.<@Nullable Object>unmodifiableList(Arrays.<@Nullable Object>asList(more)));
    }

    /** An amount of that currency, which a person reads below it. */
    Cell in(CurrencyCode currency) {
        return noted(currency.code()).telling(currency);
    }
}
