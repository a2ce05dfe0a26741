package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language as its file {@code language/<code>.properties} lists them: {@code group.MEANING = word}, and
 * several words of one meaning with {@code |} between them. Another language is another such file.
 */
public final class LanguageTable {
    /** Every language that has a table, most used first. */
    public static final List<LanguageTable> BUILT_IN =
            Stream.of("en", "ru").map(LanguageTable::builtIn).toList();

    private final String code;
    private final Properties words = new Properties();

    private LanguageTable(String code, Reader reader) {
        this.code = code;
        try (reader) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table from UTF-8 text. */
    public static LanguageTable load(String code, InputStream text) {
        return new LanguageTable(code, new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static LanguageTable builtIn(String code) {
        InputStream resource = LanguageTable.class.getResourceAsStream("language/" + code + ".properties");
        if (resource == null) {
            throw new IllegalStateException("no table for the language " + code);
        }
        return load(code, resource);
    }

    /** Why a file in a language that none of these is of cannot be read: half of it would be missed in silence. */
    public static RefusedFile unsupported(List<LanguageTable> tables) {
        String languages = tables.stream()
                .map(table -> Locale.of(table.code).getDisplayLanguage(Locale.ENGLISH))
                .collect(Collectors.joining(" and "));
        return new RefusedFile(
                ProblemCode.UNSUPPORTED_LANGUAGE,
                "the statement is in a language without a table; " + languages + " have one");
    }

    /** The language's code, ISO 639. */
    public String code() {
        return code;
    }

    /** Everything that the table has a word for. */
    public SortedSet<String> meanings() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    /** The words for one meaning, as written; none when the table has none. */
    public Stream<String> names(String meaning) {
        return Stream.of(words.getProperty(meaning, "").split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    /** What each word of a group stands for; look up by {@link #key}. */
    public <T> Map<String, T> group(String group, Function<String, T> meaning) {
        String prefix = group + ".";
        return words.stringPropertyNames().stream()
                .filter(property -> property.startsWith(prefix))
                .flatMap(property -> names(property)
                        .map(word -> Map.entry(key(word), meaning.apply(property.substring(prefix.length())))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What each word of a group stands for in all these languages together; of two that differ, in the first. */
    public static <T> Map<String, T> merged(List<LanguageTable> tables, String group, Function<String, T> meaning) {
        return tables.stream()
                .flatMap(table -> table.group(group, meaning).entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, other) -> first));
    }

    /** The form in which words are compared: without surrounding space, in lower case. */
    public static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
