package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: in a named column, in the one to the right of it, at a position, in the heading of a column, in
 * a row above the table, or in the mapping itself. Exactly one of the first six is given.
 *
 * @param occurrence which of several columns of that name, from 1
 * @param position of the column, from 1
 * @param heading an expression that the column's name fits; its first group is the value
 * @param preamble an expression found in a row above the table; its first group is the value
 * @param value the same in every row
 * @param pattern an expression found in the cell; its first group is the value, and without a fit there is none
 * @param words what the file writes, and what it means
 * @param numbers how this cell writes numbers, where it differs from the others
 * @param dates how this cell writes days, where it differs from the others
 */
record Source(
        @Nullable Wording column,
        @Nullable Wording after,
        @Nullable Integer position,
        @Nullable Wording heading,
        @Nullable String preamble,
        @Nullable String value,
        @Nullable Integer occurrence,
        @Nullable String pattern,
        @Nullable Map<String, String> words,
        @Nullable Numbers numbers,
        @Nullable Dates dates) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Source {
        long places = Stream.of(column, after, position, heading, preamble, value)
                .filter(Objects::nonNull)
                .count();
        if (places != 1) {
            throw new IllegalArgumentException(
                    "a value needs exactly one of column, after, position, heading, preamble and value");
        }
        if ((position != null && position < 1) || (occurrence != null && occurrence < 1)) {
            throw new IllegalArgumentException("positions and occurrences are counted from 1");
        }
        for (String expression : Stream.of(pattern, preamble, heading == null ? null : headingExpression(heading))
                .filter(Objects::nonNull)
                .toList()) {
            if (Wording.pattern(expression).matcher("").groupCount() < 1) {
                throw new IllegalArgumentException(
                        "the expression '" + expression + "' needs a group (…) for the value");
            }
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Source of(String column) {
        return new Source(Wording.of(column), null, null, null, null, null, null, null, null, null, null);
    }

    private static String headingExpression(Wording heading) {
        if (heading.pattern() == null) {
            throw new IllegalArgumentException("a heading is an expression between slashes");
        }
        return heading.pattern().pattern();
    }

    /** Whether it names a column that a header may have. */
    @Nullable
    Wording name() {
        return column != null ? column : after != null ? after : heading;
    }

    /** The part of the text that is the value, in our words; empty where there is none. */
    String extract(String text) {
        String found = pattern == null ? text : firstGroup(Wording.pattern(pattern), text);
        if (words == null) {
            return found;
        }
        return words.entrySet().stream()
                .filter(word -> Wording.of(word.getKey()).fits(found))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(found);
    }

    /** The group of the expression that stands in the text; empty where it does not. */
    static String firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String found = matcher.group(group);
            if (found != null) {
                return found.strip();
            }
        }
        return "";
    }

    /** Of a list of places, what a person calls it: the name of the first. */
    static String label(List<Source> sources, String field) {
        Wording name = sources.isEmpty() ? null : sources.getFirst().name();
        return name == null ? field.toLowerCase(Locale.ROOT) : name.text();
    }
}
