package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A forecast as it was made.
 *
 * @param until the last pay date that it looks at
 */
public record KeptForecast(
        AccountId account, LocalDate madeOn, LocalDate until, List<ForecastMade.Line> lines, Instant recordedAt) {

    public KeptForecast {
        lines = List.copyOf(lines);
    }
}
