package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.activity.Totals.Figure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a section are read.
 *
 * @param reader of its rows of data; absent when none of them tells what no other section tells
 * @param passing says why a row of data is passed over; null when it is read
 * @param required columns, without which none of its rows can be read
 * @param known all columns that a table of it may have
 * @param totals the columns that its printed sums sum up; absent when it has no such rows, empty when they check nothing
 */
record SectionRule(
        @Nullable Reader reader,
        Function<Line, @Nullable String> passing,
        List<String> required,
        List<String> known,
        @Nullable List<Figure> totals) {
    /** Reads one row of data; throws RefusedRow where a value is wrong. */
    @FunctionalInterface
    interface Reader {
        Fact read(Line line, Cells cells);
    }

    static SectionRule ignored() {
        return new SectionRule(null, line -> null, List.of(), List.of(), null);
    }

    static SectionRule read(Reader reader) {
        return new SectionRule(reader, line -> null, List.of(), List.of("ClientAccountID"), null);
    }

    SectionRule passing(Function<Line, @Nullable String> reason) {
        return new SectionRule(reader, reason, required, known, totals);
    }

    SectionRule required(String columns) {
        return new SectionRule(reader, passing, List.of(columns.split(" ")), and(columns), totals);
    }

    SectionRule optional(String columns) {
        return new SectionRule(reader, passing, required, and(columns), totals);
    }

    /** Without figures: its sums check nothing. */
    SectionRule summing(Figure... figures) {
        return summing(List.of(figures));
    }

    SectionRule summing(List<Figure> figures) {
        return new SectionRule(reader, passing, required, known, figures);
    }

    boolean isIgnored() {
        return reader == null;
    }

    Fact read(Line line) {
        if (reader == null) {
            throw new IllegalStateException(line.section() + " has no reader");
        }
        return reader.read(line, line.cells());
    }

    private List<String> and(String columns) {
        return Stream.concat(known.stream(), Stream.of(columns.split(" "))).toList();
    }
}
