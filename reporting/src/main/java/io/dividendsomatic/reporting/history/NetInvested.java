package io.dividendsomatic.reporting.history;

import io.dividendsomatic.reporting.consolidated.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What had come from outside until each day; units that are first seen count at their cost, as in the portfolio. */
final class NetInvested {
    private final NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();

    NetInvested(List<Track> tracks) {
        for (Track track : tracks) {
            track.external().forEach(flow -> sums.merge(flow.date(), flow.atCost(), BigDecimal::add));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : sums.entrySet()) {
            sum = sum.add(day.getValue());
            day.setValue(sum);
        }
    }

    BigDecimal until(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> sum = sums.floorEntry(day);
        return sum == null ? BigDecimal.ZERO : sum.getValue();
    }
}
