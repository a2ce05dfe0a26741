package io.dividendsomatic.ingestion.format.nordnet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The broker's words for our own, in every language at once, read from a table; letter case and blanks do not matter. */
final class Vocabulary {
    private static final Pattern BETWEEN = Pattern.compile("\\|");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private final Map<String, String> meanings = new LinkedHashMap<>();

    /** Throws IllegalStateException for a table that is not there, or in which a word means two things. */
    Vocabulary(String table) {
        Properties words = load(table);
        for (String meaning : words.stringPropertyNames()) {
            for (String word : BETWEEN.split(words.getProperty(meaning), -1)) {
                if (meanings.putIfAbsent(key(word), meaning) != null) {
                    throw new IllegalStateException("a word of two meanings in " + table + ": " + word);
                }
            }
        }
    }

    Optional<String> meaning(String word) {
        return Optional.ofNullable(meanings.get(key(word)));
    }

    /** The words for it, as keys. */
    List<String> words(String meaning) {
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .toList();
    }

    Stream<String> meanings() {
        return meanings.values().stream().distinct();
    }

    /** The one form of a word under which it is looked up. */
    static String key(String word) {
        return BLANKS.matcher(word.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    private static Properties load(String table) {
        try (var resource = Vocabulary.class.getResourceAsStream(table)) {
            if (resource == null) {
                throw new IllegalStateException("no table " + table);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
