package io.dividendsomatic.ingestion.format;

/**
 * Finds the quote that does not end with its cell. The table reader takes the rest of a file for one cell when a quote
 * stays open, and says nothing.
 */
final class Quotes {
    private Quotes() {}

    /**
     * Whether the record that begins at this offset has a quoted cell that no quote closes, or whose closing quote has
     * more text behind it before the next delimiter.
     */
    static boolean stayOpen(String text, int begin, char delimiter) {
        int at = begin;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                at = closing(text, at + 1);
                if (at < 0) {
                    return true;
                }
                at = behindBlanks(text, at + 1);
            } else {
                at = cellEnd(text, at, delimiter);
            }
            if (at >= text.length() || text.charAt(at) == '\n') {
                return false;
            }
            if (text.charAt(at) != delimiter) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** Offset of the quote that ends a cell, or -1; a doubled quote is one within it. */
    private static int closing(String text, int from) {
        int at = text.indexOf('"', from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }

    private static int behindBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int cellEnd(String text, int from, char delimiter) {
        int at = from;
        while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
