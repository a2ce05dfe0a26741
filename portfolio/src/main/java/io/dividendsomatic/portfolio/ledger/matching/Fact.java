package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A fact with all who tell it.
 *
 * @param row as the greatest edition tells it, and of equal editions the greatest file; where that tells it converted, as
 *     the greatest tells it that states the money of which this came
 */
record Fact(
        FactId id,
        StatementRow row,
        RowView view,
        Edition edition,
        FileId file,
        SortedSet<FileId> files,
        SortedSet<SourceRef> sources,
        SortedSet<FactId> told) {
    /** The last two decide only between two wordings inside one file, which has no better order than its lines. */
    private static final Comparator<Telling> CURRENT_LAST = Comparator.comparing(Telling::edition)
            .thenComparing(Telling::file)
            .thenComparing(telling -> Collections.max(telling.lines()))
            .thenComparing(telling -> telling.row().toString());

    /** One fact for each identity that is told, by identity. */
    static List<Fact> of(Collection<Telling> tellings) {
        return tellings.stream()
                .collect(Collectors.groupingBy(Telling::fact, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Fact::one)
                .toList();
    }

    private static Fact one(List<Telling> tellings) {
        Telling current = tellings.size() == 1 ? tellings.getFirst() : current(tellings);
        SortedSet<FileId> files = new TreeSet<>();
        SortedSet<SourceRef> sources = new TreeSet<>();
        for (Telling telling : tellings) {
            files.add(telling.file());
            telling.lines().forEach(line -> sources.add(new SourceRef(telling.file(), line)));
        }
        SortedSet<FactId> told = new TreeSet<>();
        told.add(current.fact());
        return new Fact(
                current.fact(),
                current.row(),
                RowView.of(current.row()),
                current.edition(),
                current.file(),
                files,
                sources,
                told);
    }

    private static Telling current(List<Telling> tellings) {
        Telling newest = tellings.stream().max(CURRENT_LAST).orElseThrow();
        return tellings.stream()
                .filter(telling -> MoneyAgreement.isSourceOf(telling.row(), newest.row()))
                .max(CURRENT_LAST)
                .orElse(newest);
    }

    /** This content, with who tells any of the others beside it. */
    Fact toldAlsoBy(Collection<Fact> others, StatementRow content) {
        SortedSet<FileId> allFiles = new TreeSet<>(files);
        SortedSet<SourceRef> allSources = new TreeSet<>(sources);
        SortedSet<FactId> allTold = new TreeSet<>(told);
        for (Fact other : others) {
            allFiles.addAll(other.files);
            allSources.addAll(other.sources);
            allTold.addAll(other.told);
        }
        return new Fact(id, content, RowView.of(content), edition, file, allFiles, allSources, allTold);
    }

    Fact withId(FactId smallest) {
        return new Fact(smallest, row, view, edition, file, files, sources, told);
    }

    /** Whether one file tells both: then they are two. */
    boolean sharesAFileWith(Fact other) {
        return !Collections.disjoint(files, other.files);
    }

    Booking booking() {
        return new Booking(id, row, List.copyOf(sources), List.copyOf(told));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fact fact && id.equals(fact.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
