package io.dividendsomatic.dividends.events;

import io.dividendsomatic.portfolio.eventstore.EventType;
import java.util.List;

/** The stored names and revisions of this module's events. A line here is never changed, only followed by another. */
public final class DividendEvents {
    public static final List<EventType> TYPES =
            List.of(new EventType("dividends.ForecastMade", "1", ForecastMade.class));

    private DividendEvents() {}
}
