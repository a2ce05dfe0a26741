package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.PlainWords;

/**
 * The text of a value that is there.
 *
 * @param label of its column, as the file writes it
 * @param raw the whole cell, empty for a value that the file does not state; {@code text} the part of it that is the value, and {@code plain} that as it is compared
 */
record CellText(String label, String raw, String text, String plain, Numbers numbers, Dates dates) {

    CellText(String label, String raw, String text, Numbers numbers, Dates dates) {
        this(label, raw, text, PlainWords.plain(text), numbers, dates);
    }
}
