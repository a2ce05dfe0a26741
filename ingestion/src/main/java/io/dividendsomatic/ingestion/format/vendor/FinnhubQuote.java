package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finnhub's quote: {@code c} is the price of the last trade and {@code t} its time. Once the day of that time is over it
 * is the day's close; before, it is none. An unknown listing has {@code c} zero. The quote names no currency, so only
 * listings in the United States are asked for, which are quoted in dollars by New York's day.
 */
final class FinnhubQuote {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private FinnhubQuote() {}

    static List<StatementRow> facts(Asked asked, JsonNode answer) {
        if (!answer.has("c") || !answer.has("t")) {
            throw new UnreadableAnswer("there is no quote in it");
        }
        CurrencyUnit unit = Figures.quoted(asked);
        LocalDate day = Figures.day(answer.path("t"), NEW_YORK);
        if (!asked.covers(day)) {
            return List.of();
        }
        return Figures.price(answer.path("c"), unit).stream()
                .<StatementRow>map(close -> Figures.close(asked, day, unit.currency(), close))
                .toList();
    }
}
