package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps what is expected of an account's dividends that day. */
public record MakeForecast(AccountId account, LocalDate asOf, LocalDate until, List<ForecastMade.Line> lines) {

    public MakeForecast {
        lines = List.copyOf(lines);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return "forecasts " + account;
    }
}
