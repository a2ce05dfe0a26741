package io.dividendsomatic.ingestion.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the words of a file are compared: without marks of direction, without spaces around, and in small letters. */
public final class PlainWords {
    /** Marks of writing direction, which some exports put around figures, and byte order marks inside the text. */
    private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]");

    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f\u2009]+");

    private PlainWords() {}

    /** The text without marks of direction and without spaces around. */
    public static String bare(String text) {
        return isTidy(text) ? text : bareOf(text);
    }

    private static String bareOf(String text) {
        return MARKS.matcher(text).replaceAll("").strip();
    }

    /** The text as it is compared: bare, in small letters, with single spaces. */
    public static String plain(String text) {
        return isTidy(text) ? text.toLowerCase(Locale.ROOT) : plainOf(text);
    }

    /**
     * Whether the text is of printable ASCII, with single spaces inside: nearly every cell is, and every mapping looks at
     * the first cells of every file.
     */
    private static boolean isTidy(String text) {
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && spaceBefore)) {
                return false;
            }
            spaceBefore = c == ' ';
        }
        return !spaceBefore || text.isEmpty();
    }

    private static String plainOf(String text) {
        return SPACES.matcher(bare(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
