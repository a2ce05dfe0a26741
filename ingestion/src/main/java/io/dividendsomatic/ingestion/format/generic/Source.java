package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.PlainWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: in a named column, in the one to the right of it, at a position, in that column of an earlier
 * row, in the heading of a column, in a row above the table, or in the mapping itself. Exactly one of the first seven is
 * given.
 *
 * @param occurrence which of several columns of that name, from 1
 * @param position of the column, from 1
 * @param earlier a named column, in the row before this one that tells of the same thing
 * @param heading an expression that the column's name fits; its first group is the value
 * @param preamble an expression found in a row above the table; its first group is the value
 * @param value the same in every row
 * @param unstated whether the file does not say that value, so that each row which takes it is flagged
 * @param pattern an expression found in the cell; its first group is the value, and without a fit there is none
 * @param words what the file writes, and what it means
 * @param numbers how this cell writes numbers, where it differs from the others
 * @param dates how this cell writes days, where it differs from the others
 */
record Source(
        @Nullable Wording column,
        @Nullable Wording after,
        @Nullable Integer position,
        @Nullable Wording earlier,
        @Nullable Wording heading,
        @Nullable Extraction preamble,
        @Nullable String value,
        boolean unstated,
        @Nullable Integer occurrence,
        @Nullable Extraction pattern,
        @Nullable Words words,
        @Nullable Numbers numbers,
        @Nullable Dates dates) {

    Source {
        long places = Stream.of(column, after, position, earlier, heading, preamble, value)
                .filter(Objects::nonNull)
                .count();
        if (places != 1) {
            throw new IllegalArgumentException(
                    "a value needs exactly one of column, after, position, earlier, heading, preamble and value");
        }
        if (unstated && value == null) {
            throw new IllegalArgumentException("only a 'value' can be unstated");
        }
        if ((position != null && position < 1) || (occurrence != null && occurrence < 1)) {
            throw new IllegalArgumentException("positions and occurrences are counted from 1");
        }
        if (heading != null
                && (heading.pattern() == null || heading.pattern().matcher("").groupCount() < 1)) {
            throw new IllegalArgumentException("a heading is an expression between slashes, with a group (…)");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Source of(
            @Nullable Wording column,
            @Nullable Wording after,
            @Nullable Integer position,
            @Nullable Wording earlier,
            @Nullable Wording heading,
            @Nullable Extraction preamble,
            @Nullable String value,
            boolean unstated,
            @Nullable Integer occurrence,
            @Nullable Extraction pattern,
            @Nullable Words words,
            @Nullable Numbers numbers,
            @Nullable Dates dates,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {
        UnknownKey.refuse(unknown, Source.class);
        return new Source(
                column,
                after,
                position,
                earlier,
                heading,
                preamble,
                value,
                unstated,
                occurrence,
                pattern,
                words,
                numbers,
                dates);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Source of(String column) {
        return new Source(Wording.of(column), null, null, null, null, null, null, false, null, null, null, null, null);
    }

    /** Whether it names a column that a header may have. */
    @Nullable
    Wording name() {
        return Stream.of(column, after, earlier, heading)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The part of the text that is the value, in our words; empty where there is none. */
    String extract(String text) {
        String found = pattern == null ? text : pattern.in(text);
        return words == null ? found : words.meaning(found);
    }

    /** Of a list of places, what a person calls it: the name of the first. */
    static String label(List<Source> sources, String field) {
        Wording name = sources.isEmpty() ? null : sources.getFirst().name();
        return name == null ? field.toLowerCase(Locale.ROOT) : name.text();
    }

    /** An expression with a group: what stands there in a text that has it somewhere. */
    record Extraction(Pattern expression) {

        /** Throws IllegalArgumentException for a bad expression, or one without a group. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Extraction of(String expression) {
            Pattern pattern = Wording.pattern(expression);
            if (pattern.matcher("").groupCount() < 1) {
                throw new IllegalArgumentException(
                        "the expression '" + expression + "' needs a group (…) for the value");
            }
            return new Extraction(pattern);
        }

        /** The first group that took part; empty where the expression does not stand in the text. */
        String in(CharSequence text) {
            Matcher matcher = expression.matcher(text);
            if (!matcher.find()) {
                return "";
            }
            return IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(String::strip)
                    .orElse("");
        }
    }

    /** What a file writes, and what it means; the first wording that fits counts. */
    record Words(Map<Wording, String> meanings) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Words of(Map<String, String> meanings) {
            Map<Wording, String> words = new LinkedHashMap<>();
            meanings.forEach((word, meaning) -> words.put(Wording.of(word), meaning));
            return new Words(words);
        }

        /** The text itself, where no wording fits. */
        String meaning(String text) {
            String plain = PlainWords.plain(text);
            return meanings.entrySet().stream()
                    .filter(word -> word.getKey().fitsPlain(plain))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(text);
        }
    }
}
