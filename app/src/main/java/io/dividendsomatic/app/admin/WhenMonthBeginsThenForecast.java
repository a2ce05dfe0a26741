package io.dividendsomatic.app.admin;

import io.dividendsomatic.dividends.history.ForecastJournal;
import io.dividendsomatic.dividends.history.ForecastJournal.Made;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the forecast of every account once a calendar month (UTC), on the first day of it on which the program runs and
 * has read everything that it was told. So it hangs on no reader's visit, and a new account gets its first one soon. It
 * looks minutes after the start, since a program at home may run for less than an hour a day.
 */
@Component
class WhenMonthBeginsThenForecast {
    private static final Logger LOG = LoggerFactory.getLogger(WhenMonthBeginsThenForecast.class);

    private final ForecastJournal forecasts;
    private final ReadModels readModels;
    private final Clock clock;

    WhenMonthBeginsThenForecast(ForecastJournal forecasts, ReadModels readModels, Clock clock) {
        this.forecasts = forecasts;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${dividendsomatic.forecasts.first:PT5M}",
            fixedRateString = "${dividendsomatic.forecasts.every:PT1H}")
    void look() {
        if (!readModels.areUpToDate()) {
            return;
        }
        Instant now = clock.instant();
        List<Made> made = forecasts.makeMonthly(LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        if (!made.isEmpty()) {
            LOG.info("Forecasts of {} accounts are kept", made.size());
        }
    }
}
