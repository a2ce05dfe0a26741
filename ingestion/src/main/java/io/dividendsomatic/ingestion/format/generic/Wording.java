package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.PlainWords;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word of a file as a mapping says it: the very text, or between slashes a regular expression that the whole text must
 * fit. Case, spaces around and runs of spaces do not count.
 *
 * @param plain the text as it is compared
 */
record Wording(String text, String plain, @Nullable Pattern pattern) {
    /** Throws PatternSyntaxException for a bad expression between slashes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Wording of(String text) {
        Pattern pattern = isPattern(text) ? pattern(text.substring(1, text.length() - 1)) : null;
        return new Wording(text, PlainWords.plain(text), pattern);
    }

    static boolean isPattern(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    static Pattern pattern(String expression) {
        return Pattern.compile(
                expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    boolean fits(String other) {
        return fitsPlain(PlainWords.plain(other));
    }

    /** Whether one of these words fits, all of them made by {@link PlainWords#plain}. */
    boolean fitsOneOf(Set<String> words) {
        return pattern == null
                ? words.contains(plain)
                : words.stream().anyMatch(word -> pattern.matcher(word).matches());
    }

    /** As {@link #fits}, of a text that {@link PlainWords#plain} made. */
    boolean fitsPlain(String other) {
        return pattern == null ? plain.equals(other) : pattern.matcher(other).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
