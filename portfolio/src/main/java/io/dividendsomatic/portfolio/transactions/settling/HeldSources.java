package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers the rows behind positions that are held: of every day since each was opened, or first changed after a report. */
final class HeldSources {
    private final Map<String, PositionLine> held = new HashMap<>();
    private final Map<String, SortedSet<SourceRef>> sources = new HashMap<>();

    /** @param lines of these, those that still have units */
    HeldSources(List<PositionLine> lines) {
        lines.stream().filter(PositionLine::isHeld).forEach(line -> held.put(line.position(), line));
    }

    /** No earlier day is wanted; absent when none at all is. */
    Optional<LocalDate> first() {
        return held.values().stream().map(PositionLine::since).min(LocalDate::compareTo);
    }

    boolean want(String position, LocalDate day) {
        PositionLine line = held.get(position);
        return line != null && !day.isBefore(line.since()) && !day.isAfter(line.date());
    }

    void add(String position, Collection<SourceRef> ofDay) {
        sources.computeIfAbsent(position, first -> new TreeSet<>()).addAll(ofDay);
    }

    /** By the position's name in the tables. */
    Map<String, SortedSet<SourceRef>> all() {
        return sources;
    }
}
