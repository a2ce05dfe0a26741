package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bookings of an account come to by one method.
 *
 * @param positions also those that are closed, for their history
 * @param gains in the order in which they were realized
 */
public record LotView(
        Method method,
        SortedMap<PositionKey, LotPosition> positions,
        List<RealizedGain> gains,
        List<Departure> departures,
        List<Gap> gaps,
        List<OpenQuestion> questions) {

    public LotView {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        gains = List.copyOf(gains);
        departures = List.copyOf(departures);
        gaps = List.copyOf(gaps);
        questions = List.copyOf(questions);
    }
}
