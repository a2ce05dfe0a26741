package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Yahoo's chart, version 8: {@code chart.result[0]} has {@code meta} with currency and time zone of the exchange, times
 * and closes in parallel arrays, and dividends under {@code events}. Pence are named as {@code GBp}. A close is adjusted
 * for splits, not for dividends; a dividend for splits.
 */
final class YahooChart {
    private YahooChart() {}

    static List<StatementRow> facts(Asked asked, JsonNode answer) {
        JsonNode result = answer.path("chart").path("result").path(0);
        if (!result.isObject()) {
            throw new UnreadableAnswer("there is no chart in it");
        }
        JsonNode meta = result.path("meta");
        CurrencyUnit unit = CurrencyUnit.find(meta.path("currency").asString(""))
                .orElseThrow(() -> new UnreadableAnswer("the chart names no known currency"));
        if (!unit.currency().equals(asked.currency())) {
            throw new UnreadableAnswer(
                    "the listing is quoted in %s, and held in %s".formatted(unit.currency(), asked.currency()));
        }
        ZoneId zone = zone(meta.path("exchangeTimezoneName").asString(""));
        List<StatementRow> facts = new ArrayList<>();
        JsonNode times = result.path("timestamp");
        JsonNode closes = result.path("indicators").path("quote").path(0).path("close");
        if (times.size() != closes.size()) {
            throw new UnreadableAnswer("the chart has %d times and %d prices".formatted(times.size(), closes.size()));
        }
        for (int i = 0; i < times.size(); i++) {
            LocalDate day = Figures.day(times.path(i), zone);
            if (asked.covers(day)) {
                Figures.price(closes.path(i), unit)
                        .ifPresent(close -> facts.add(Figures.close(asked, day, unit.currency(), close)));
            }
        }
        for (JsonNode paid : result.path("events").path("dividends")) {
            LocalDate exDate = Figures.day(paid.path("date"), zone);
            if (asked.covers(exDate)) {
                Figures.price(paid.path("amount"), unit)
                        .ifPresent(perShare -> facts.add(dividend(asked, exDate, unit, perShare)));
            }
        }
        return facts;
    }

    private static ReferenceDividend dividend(Asked asked, LocalDate exDate, CurrencyUnit unit, UnitPrice perShare) {
        return new ReferenceDividend(
                asked.instrument(),
                exDate,
                unit.currency(),
                perShare,
                asked.vendor().publisher());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("the chart names no known time zone");
        }
    }
}
