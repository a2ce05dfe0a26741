package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of Activity Statements in one language, read from {@code language/<code>.properties}: names of sections,
 * columns, heading fields, asset classes and months. Another language is another file; another section is another line.
 */
final class Language {
    /** Every language that has a table, most used first. */
    static final List<Language> ALL =
            LanguageTable.BUILT_IN.stream().map(Language::new).toList();

    private final Map<String, Section> sections;
    private final Map<String, String> columns;
    private final Map<String, HeadingField> fields;
    private final Map<String, String> assetClasses;
    private final Map<String, Integer> months;
    private final Set<String> vocabulary;

    private Language(LanguageTable words) {
        this.sections = words.group("section", Section::valueOf);
        this.columns = words.group("column", Function.identity());
        this.fields = words.group("field", HeadingField::valueOf);
        this.assetClasses = words.group("asset", Function.identity());
        this.months = words.group("month", Integer::valueOf);
        this.vocabulary = Stream.concat(
                        words.names("unread").map(LanguageTable::key),
                        Stream.concat(sections.keySet().stream(), columns.keySet().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The language that knows most of the file's section names and of the first column's name, and at least half. The
     * name of the section Statement is the same in every language and tells nothing.
     */
    static Optional<Language> of(CsvTable table) {
        Set<String> words = new HashSet<>();
        words.add(key(table.first().cell(2)));
        for (CsvRow row : table) {
            words.add(key(row.cell(0)));
        }
        words.remove(key(table.first().cell(0)));
        return ALL.stream()
                .max((a, b) -> Long.compare(a.known(words), b.known(words)))
                .filter(language -> 2 * language.known(words) >= words.size());
    }

    Optional<Section> section(String name) {
        return Optional.ofNullable(sections.get(key(name)));
    }

    /** The Flex name of a column, or the name itself. */
    String column(String name) {
        return columns.getOrDefault(key(name), name);
    }

    Optional<HeadingField> field(String name) {
        return Optional.ofNullable(fields.get(key(name)));
    }

    /** The Flex code of an asset class, or the name itself. */
    String assetClass(String name) {
        return assetClasses.getOrDefault(key(name), name);
    }

    Optional<Integer> month(String name) {
        return Optional.ofNullable(months.get(key(name)));
    }

    private long known(Set<String> words) {
        return words.stream().filter(vocabulary::contains).count();
    }

    private static String key(String name) {
        return LanguageTable.key(name);
    }
}
