package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.events.ForecastMade;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;

/** The forecasts of one account, one a day at most: the first that was made stands, whoever asks again. */
public class Forecasts {
    private final Set<LocalDate> made = new TreeSet<>();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = "";

    /** Axon creates it to replay its events. */
    Forecasts() {}

    /** Answers whether it is a new one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(MakeForecast forecast) {
        List<ForecastMade> news = decide(forecast, made);
        id = forecast.stream();
        news.forEach(AggregateLifecycle::apply);
        return !news.isEmpty();
    }

    static List<ForecastMade> decide(MakeForecast forecast, Set<LocalDate> made) {
        return made.contains(forecast.asOf())
                ? List.of()
                : List.of(new ForecastMade(forecast.account(), forecast.asOf(), forecast.until(), forecast.lines()));
    }

    @EventSourcingHandler
    void on(ForecastMade event) {
        id = new MakeForecast(event.account(), event.asOf(), event.until(), event.lines()).stream();
        made.add(event.asOf());
    }
}
