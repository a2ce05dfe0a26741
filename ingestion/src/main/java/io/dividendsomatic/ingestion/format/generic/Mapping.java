package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the tables of one broker are read, as its YAML file says; {@code MAPPINGS.md} describes every key.
 *
 * @param version raised with every change after which the same file reads differently
 * @param broker of the accounts, by its code
 * @param general whether it is of no broker in particular, and gives way to every format that is
 * @param account where a row names its account; without it, the sender names the account of the file
 * @param fx whether an exchange rate is to be multiplied with, or to be divided by
 * @param absent words that stand where there is no value, beside nothing, {@code -} and {@code --}
 * @param columns where each value stands; the first place that has one counts
 * @param otherColumns that are known and not read
 * @param rows the rules, of which the first that fits decides
 * @param group the value that rows of one order share
 * @param trailer wordings of the first cell of a row behind the table
 */
record Mapping(
        String name,
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
        List<Rule> rows,
        @Nullable String group,
        List<Wording> trailer) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    @JsonCreator
    static Mapping of(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable String broker,
            boolean general,
            @Nullable List<Source> account,
            @Nullable Shape file,
            @Nullable Recognise recognise,
            @Nullable Numbers numbers,
            @Nullable Dates dates,
            @Nullable Signs signs,
            @Nullable Fx fx,
            @Nullable List<Wording> absent,
            @Nullable Map<String, List<Source>> columns,
            @Nullable List<Wording> otherColumns,
            @Nullable List<Rule> rows,
            @Nullable String group,
            @Nullable List<Wording> trailer,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {
        UnknownKey.refuse(unknown, Mapping.class);
        Mapping mapping = new Mapping(
                needed("name", name),
                needed("version", version),
                new Broker(needed("broker", broker)),
                general,
                orNone(account),
                file == null ? new Shape(null, null, null) : file,
                needed("recognise", recognise),
                needed("numbers", numbers),
                needed("dates", dates),
                signs == null ? Signs.BY_KIND : signs.or(Signs.BY_KIND),
                fx == null ? Fx.MULTIPLY : fx,
                orNone(absent),
                needed("columns", columns),
                orNone(otherColumns),
                needed("rows", rows),
                group,
                orNone(trailer));
        mapping.check();
        return mapping;
    }

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
     */
    record Recognise(List<List<Wording>> columns, List<Wording> absent, Map<Integer, Wording> cells) {
        @JsonCreator
        Recognise(
                @Nullable List<List<Wording>> columns,
                @Nullable List<Wording> absent,
                @Nullable Map<Integer, Wording> cells) {
            this.columns = orNone(columns);
            this.absent = orNone(absent);
            this.cells = cells == null ? Map.of() : cells;
            if (this.columns.isEmpty() == this.cells.isEmpty()) {
                throw new IllegalArgumentException("recognise needs columns, or cells in a table without header");
            }
        }
    }

    String formatName() {
        return "generic:" + name;
    }

    private void check() {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has small letters, digits and hyphens: '" + name + "'");
        }
        file.dialect();
        Set<String> used = new HashSet<>();
        rows.forEach(rule -> used.addAll(rule.when().keySet()));
        rows.stream()
                .flatMap(rule -> rule.facts().stream())
                .flatMap(fact -> fact.fields().values().stream().flatMap(List::stream))
                .forEach(term -> term.columns().forEach(used::add));
        if (group != null) {
            used.add(group);
        }
        for (String column : used) {
            if (!columns.containsKey(column) && !column.equals("none")) {
                throw new IllegalArgumentException("a rule names '" + column + "', which is not under columns");
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

    private static <T> T needed(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a mapping needs '" + key + "'");
        }
        return value;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
