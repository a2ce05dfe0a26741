package io.dividendsomatic.ingestion.format.ibkr.activity;

import static io.dividendsomatic.ingestion.format.ibkr.LanguageTable.key;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.ibkr.HeadingField;
import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of Activity Statements in one language, and what they stand for. */
final class Language {
    private final Map<String, Section> sections;
    private final Map<String, String> columns;
    private final Map<String, String> columnsInCurrency;
    private final Map<String, HeadingField> fields;
    private final Map<String, String> assetClasses;
    private final Map<String, Integer> months;
    private final Map<String, TradeLevel> levels;
    private final Map<String, Direction> directions;
    private final Map<String, Topic> topics;
    private final Set<String> totals;
    private final Set<String> summaries;
    private final Set<String> vocabulary;

    Language(LanguageTable words) {
        this.sections = words.group("section", Section::valueOf);
        this.columns = words.group("column", Function.identity());
        this.columnsInCurrency = words.group("columnIn", Function.identity());
        this.fields = words.group("field", HeadingField::valueOf);
        this.assetClasses = words.group("asset", Function.identity());
        this.months = words.group("month", Integer::valueOf);
        this.levels = words.group("level", TradeLevel::valueOf);
        this.directions = words.group("direction", Direction::valueOf);
        this.topics = words.group("label", Topic::valueOf);
        this.totals = words.names("total").map(LanguageTable::key).collect(Collectors.toUnmodifiableSet());
        this.summaries = words.names("summary").map(LanguageTable::key).collect(Collectors.toUnmodifiableSet());
        this.vocabulary = Stream.concat(sections.keySet().stream(), columns.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether securities or money came or went. */
    enum Direction {
        IN,
        OUT
    }

    /**
     * The language that knows most of the file's section names and of the first column's name, and at least half. The
     * name of the section Statement is the same in every language and tells nothing.
     */
    static Optional<Language> of(CsvTable table, List<Language> languages) {
        Set<String> words = new HashSet<>();
        words.add(key(table.first().cell(2)));
        for (CsvRow row : table) {
            words.add(key(row.cell(0)));
        }
        words.remove(key(table.first().cell(0)));
        return languages.stream()
                .max(Comparator.comparingLong(language -> language.known(words)))
                .filter(language -> 2 * language.known(words) >= words.size());
    }

    Optional<Section> section(String name) {
        return Optional.ofNullable(sections.get(key(name)));
    }

    /** Our name of a column, or the name itself; {@code Comm in EUR} is {@code CommissionIn}. */
    String column(String name) {
        String known = columns.get(key(name));
        if (known != null) {
            return known;
        }
        String inCurrency = currencyAtEnd(name) == null
                ? null
                : columnsInCurrency.get(
                        key(name.strip().substring(0, name.strip().length() - 3)));
        return inCurrency != null ? inCurrency + "In" : name;
    }

    /** What the language calls one of our columns, in small letters; our name where it has no word for it. */
    String nameOf(String column) {
        return columns.entrySet().stream()
                .filter(word -> word.getValue().equals(column))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((String name) -> !name.equalsIgnoreCase(column))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(column);
    }

    /** The currency whose code ends a text, as in {@code Total in EUR}. */
    static @Nullable CurrencyCode currencyAtEnd(String text) {
        String trimmed = text.strip();
        int from = trimmed.length() - 3;
        return from < 1 || isLatinCapital(trimmed.charAt(from - 1))
                ? null
                : CurrencyCode.find(trimmed.substring(from)).orElse(null);
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

    Optional<TradeLevel> level(String name) {
        return Optional.ofNullable(levels.get(key(name)));
    }

    Optional<Direction> direction(String name) {
        return Optional.ofNullable(directions.get(key(name)));
    }

    /** Of what a line of Cash Report or Change in NAV is the sum. */
    Topic topic(String label) {
        return topics.getOrDefault(key(label), Topic.OTHER);
    }

    /** Whether the text begins a row of sums: {@code Total}, {@code Total in EUR}, {@code Total Dividends in EUR}. */
    boolean isTotal(String text) {
        String lower = key(text);
        return totals.stream().anyMatch(total -> lower.equals(total) || lower.startsWith(total + " "));
    }

    /** Whether the text stands for all currencies together, in place of one. */
    boolean isBaseSummary(String text) {
        return summaries.contains(key(text));
    }

    private static boolean isLatinCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private long known(Set<String> words) {
        return words.stream().filter(vocabulary::contains).count();
    }
}
