package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word of a file as a mapping says it: the very text, or between slashes a regular expression that the whole text must
 * fit. Case, spaces around and runs of spaces do not count.
 *
 * @param plain the text as it is compared
 */
record Wording(String text, String plain, @Nullable Pattern pattern) {
    /** Marks of writing direction, which some exports put around figures, and byte order marks inside the text. */
    private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]");

    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f\u2009]+");

    /** Throws PatternSyntaxException for a bad expression between slashes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Wording of(String text) {
        Pattern pattern = isPattern(text) ? pattern(text.substring(1, text.length() - 1)) : null;
        return new Wording(text, plain(text), pattern);
    }

    static boolean isPattern(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    static Pattern pattern(String expression) {
        return Pattern.compile(
                expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    boolean fits(String other) {
        return fitsPlain(plain(other));
    }

    /** As {@link #fits}, of a text that {@link #plain(String)} made. */
    boolean fitsPlain(String other) {
        return pattern == null ? plain.equals(other) : pattern.matcher(other).matches();
    }

    /** The text without marks of direction and without spaces around. */
    static String bare(String text) {
        return isTidy(text) ? text : bareOf(text);
    }

    private static String bareOf(String text) {
        return MARKS.matcher(text).replaceAll("").strip();
    }

    /** The text as it is compared: bare, in small letters, with single spaces. */
    static String plain(String text) {
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

    @Override
    public String toString() {
        return text;
    }
}
