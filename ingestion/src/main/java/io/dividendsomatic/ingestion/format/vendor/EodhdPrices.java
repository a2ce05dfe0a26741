package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * EODHD's prices at the end of days: an array of objects with {@code date} and {@code close}, the latter as traded. It
 * names no currency: only exchanges that quote in one are asked for.
 */
final class EodhdPrices {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd");

    private EodhdPrices() {}

    static List<StatementRow> facts(Asked asked, JsonNode answer) {
        if (!answer.isArray()) {
            throw new UnreadableAnswer("there is no list of days in it");
        }
        CurrencyUnit unit = Figures.quoted(asked);
        List<StatementRow> facts = new ArrayList<>();
        for (JsonNode row : answer) {
            LocalDate day = DATES.find(row.path("date").asString(""))
                    .orElseThrow(() -> new UnreadableAnswer("a day has no date"));
            if (asked.covers(day)) {
                Figures.price(row.path("close"), unit)
                        .ifPresent(close -> facts.add(Figures.close(asked, day, unit.currency(), close)));
            }
        }
        return facts;
    }
}
