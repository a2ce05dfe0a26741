package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the positions of derived days, given in order, into spans in which nothing of them changes. */
final class Spans {
    /** No later change is known. */
    static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    private final Map<PositionKey, PositionSpan> open = new TreeMap<>();
    private final List<PositionSpan> ended = new ArrayList<>();

    /** @param nextReport the next day that the broker reports; absent when there is none */
    void add(
            PositionKey key,
            Held held,
            LocalDate day,
            @Nullable LocalDate report,
            @Nullable LocalDate nextReport,
            @Nullable UnitValue unit) {
        PositionSpan before = open.get(key);
        if (before != null && before.until().isAfter(day)) {
            if (!held.isNothing() && before.says(held, report, unit)) {
                return;
            }
            ended.add(before.endingOn(day));
        } else if (before != null) {
            ended.add(before);
        }
        open.remove(key);
        if (!held.isNothing()) {
            open.put(key, new PositionSpan(key, held, day, nextReport == null ? FOR_GOOD : nextReport, report, unit));
        }
    }

    List<PositionSpan> all() {
        List<PositionSpan> all = new ArrayList<>(ended);
        all.addAll(open.values());
        return all;
    }
}
