package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table of one broker is read, as its YAML file says; {@code MAPPINGS.md} describes every key. A file of several
 * tables has one of these for each.
 *
 * @param table the table's name among several; empty for the only one
 * @param version raised with every change after which the same file reads differently
 * @param broker of the accounts, by its code
 * @param general whether it is of no broker in particular, and gives way to every format that is
 * @param account where a row names its account; without it, the sender names the account of the file
 * @param fx whether an exchange rate is to be multiplied with, or to be divided by
 * @param absent words that stand where there is no value, beside nothing, {@code -} and {@code --}
 * @param columns where each value stands; the first place that has one counts
 * @param otherColumns that are known and not read
 * @param optionalColumns values that many files of the broker have no column for
 * @param rows the rules, of which the first that fits decides
 * @param group the values that rows of one order share
 * @param log which rows tell anew of the same thing; absent where each tells of its own
 * @param layouts other orders of the columns
 * @param trailer wordings of the first cell of a row behind the table
 */
record Mapping(
        String name,
        String table,
        int version,
        Broker broker,
        boolean general,
        List<Source> account,
        Shape file,
        Recognise recognise,
        Numbers numbers,
        Dates dates,
        Signs signs,
        Fx fx,
        List<Wording> absent,
        Map<String, List<Source>> columns,
        List<Wording> otherColumns,
        List<String> optionalColumns,
        List<Rule> rows,
        List<String> group,
        @Nullable Log log,
        Layouts layouts,
        List<Wording> trailer) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    /** How the file is written. */
    record Shape(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Ragged ragged) {
        Shape {
            if (delimiter != null && delimiter.length() != 1) {
                throw new IllegalArgumentException("a delimiter is one character");
            }
        }

        Dialect dialect() {
            try {
                return new Dialect(
                        encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding),
                        delimiter == null ? null : delimiter.charAt(0));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new IllegalArgumentException("unknown encoding '" + encoding + "'", e);
            }
        }

        boolean allowsShort() {
            return ragged == Ragged.SHORT || ragged == Ragged.ALLOWED;
        }

        boolean allowsLong() {
            return ragged == Ragged.LONG || ragged == Ragged.ALLOWED;
        }
    }

    /** Which rows may have another number of cells than the header: with fewer, with more, or both. */
    enum Ragged {
        SHORT,
        LONG,
        ALLOWED
    }

    /** How to get an amount in the account's base currency from a stated rate. */
    enum Fx {
        MULTIPLY,
        DIVIDE
    }

    /**
     * What makes a file one of this mapping.
     *
     * @param columns that stand in one record near the beginning; of alternatives, one
     * @param absent columns that do not stand there
     * @param cells of a table without header: wordings of the cells of its first record, by position from 1
     * @param common whether other files have such columns too, so that it takes two such tables to know the file
     */
    record Recognise(List<List<Wording>> columns, List<Wording> absent, Map<Integer, Wording> cells, boolean common) {
        @JsonCreator
        Recognise(
                @Nullable List<List<Wording>> columns,
                @Nullable List<Wording> absent,
                @Nullable Map<Integer, Wording> cells,
                boolean common) {
            this.columns = orNone(columns);
            this.absent = orNone(absent);
            this.cells = cells == null ? Map.of() : cells;
            this.common = common;
            if (this.columns.isEmpty() == this.cells.isEmpty()) {
                throw new IllegalArgumentException("recognise needs columns, or cells in a table without header");
            }
        }
    }

    /**
     * Rows of which each tells anew how things stand with one and the same.
     *
     * @param of the value that those rows share
     * @param by the value that says their order in time
     */
    record Log(String of, String by) {
        Log {
            if (of == null || by == null) {
                throw new IllegalArgumentException("a log needs 'of' and 'by'");
            }
        }
    }

    /** The table by our name, such as {@code ACCOUNT_SUMMARY}. */
    String section() {
        return (table.isEmpty() ? name : table).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    String formatName() {
        return "generic:" + name;
    }

    /** Throws IllegalArgumentException for what contradicts itself. */
    void check() {
        if (!NAME.matcher(name).matches()
                || !(table.isEmpty() || NAME.matcher(table).matches())) {
            throw new IllegalArgumentException(
                    "a name has small letters, digits and hyphens: '" + (table.isEmpty() ? name : table) + "'");
        }
        file.dialect();
        Set<String> used = new HashSet<>();
        rows.forEach(rule -> used.addAll(rule.when().keySet()));
        rows.stream()
                .flatMap(rule -> Stream.of(rule.reject(), rule.flag()).filter(Objects::nonNull))
                .flatMap(reject -> Stream.ofNullable(reject.value()))
                .forEach(used::add);
        rows.stream()
                .flatMap(rule -> rule.facts().stream())
                .flatMap(fact -> fact.fields().values().stream().flatMap(List::stream))
                .forEach(term -> term.columns().forEach(used::add));
        used.addAll(group);
        used.addAll(layouts.proof().keySet());
        if (log != null) {
            used.addAll(List.of(log.of(), log.by()));
        }
        if (log == null && columns.values().stream().flatMap(List::stream).anyMatch(place -> place.earlier() != null)) {
            throw new IllegalArgumentException("a place in an earlier row needs 'log', which says what row that is");
        }
        for (String column : used) {
            if (!columns.containsKey(column) && !column.equals("none")) {
                throw new IllegalArgumentException("a rule names '" + column + "', which is not under columns");
            }
        }
        for (String column : optionalColumns) {
            if (!columns.containsKey(column)) {
                throw new IllegalArgumentException("optional-columns has '" + column + "', which is not under columns");
            }
        }
        for (String column : columns.keySet()) {
            boolean ofFigure = column.endsWith("Currency")
                    && used.contains(column.substring(0, column.length() - "Currency".length()));
            if (!Fields.isField(column) && !used.contains(column) && !ofFigure) {
                throw new IllegalArgumentException("columns has '" + column + "', which no rule and no fact knows");
            }
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
