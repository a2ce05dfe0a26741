package io.dividendsomatic.ingestion.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What another reading of a file's bytes makes of it.
 *
 * @param changed whether it says anything else than the reading before; a newer parser alone does not
 * @param before how many rows the reading before had, and what became of them
 * @param changedRows how many lines have another verdict
 * @param samples the first {@value #MAX_SAMPLES} of them, in the file's order
 * @param told facts that the reading before did not tell; one that reads otherwise is one of them
 * @param withdrawn facts that only the reading before told
 */
public record Reread(
        boolean changed,
        RowCounts before,
        RowCounts after,
        int changedRows,
        List<ChangedRow> samples,
        int told,
        int withdrawn) {
    /** What a person reads in a list. */
    public static final int MAX_SAMPLES = 100;

    public Reread {
        samples = List.copyOf(samples);
    }

    /** A line, and what became of it; absent where a reading has no row on it. */
    public record ChangedRow(
            int line, @Nullable RowVerdict before, @Nullable RowVerdict after) {}

    /** A fact of an account. */
    private record Fact(@Nullable AccountId account, StatementRow row) {}

    static Reread of(boolean changed, List<RowVerdict> before, List<RowVerdict> after) {
        List<ChangedRow> rows = changedRows(before, after);
        Map<Fact, Long> gone = facts(before);
        Map<Fact, Long> come = facts(after);
        return new Reread(
                changed,
                counts(before),
                counts(after),
                rows.size(),
                rows.stream().limit(MAX_SAMPLES).toList(),
                missing(come, gone),
                missing(gone, come));
    }

    /** How many of the ones are not among the others, each as often as it is told. */
    private static int missing(Map<Fact, Long> ones, Map<Fact, Long> others) {
        return ones.entrySet().stream()
                .mapToInt(fact -> (int) Math.max(0, fact.getValue() - others.getOrDefault(fact.getKey(), 0L)))
                .sum();
    }

    private static Map<Fact, Long> facts(List<RowVerdict> verdicts) {
        return verdicts.stream()
                .filter(RowParsed.class::isInstance)
                .map(RowParsed.class::cast)
                .flatMap(row -> row.facts().stream().map(fact -> new Fact(row.account(), fact)))
                .collect(groupingBy(Function.identity(), counting()));
    }

    private static RowCounts counts(List<RowVerdict> verdicts) {
        int parsed = count(verdicts, RowParsed.class);
        int rejected = count(verdicts, RowRejected.class);
        int ignored = count(verdicts, RowIgnored.class);
        return new RowCounts(verdicts.size(), parsed, rejected, ignored);
    }

    private static int count(List<RowVerdict> verdicts, Class<? extends RowVerdict> kind) {
        return (int) verdicts.stream().filter(kind::isInstance).count();
    }

    private static List<ChangedRow> changedRows(List<RowVerdict> before, List<RowVerdict> after) {
        Map<Integer, RowVerdict> was = byLine(before);
        Map<Integer, RowVerdict> is = byLine(after);
        TreeMap<Integer, RowVerdict> lines = new TreeMap<>(was);
        lines.putAll(is);
        List<ChangedRow> changed = new ArrayList<>();
        for (int line : lines.keySet()) {
            RowVerdict one = was.get(line);
            RowVerdict other = is.get(line);
            if (one == null || !one.equals(other)) {
                changed.add(new ChangedRow(line, one, other));
            }
        }
        return changed;
    }

    /** A file whose rows share a line shows the first of them. */
    private static Map<Integer, RowVerdict> byLine(List<RowVerdict> verdicts) {
        Map<Integer, RowVerdict> lines = new TreeMap<>();
        verdicts.forEach(verdict -> lines.putIfAbsent(verdict.line(), verdict));
        return lines;
    }
}
