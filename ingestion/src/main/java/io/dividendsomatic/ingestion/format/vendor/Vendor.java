package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whose answers can be read. */
public enum Vendor {
    /** The chart of a listing, version 8. */
    YAHOO("Yahoo"),
    /** The last trade of a listing. */
    FINNHUB("Finnhub"),
    /** Prices at the end of days. */
    EODHD("EODHD");

    private final String publisher;

    Vendor(String publisher) {
        this.publisher = publisher;
    }

    public static Optional<Vendor> find(String name) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** As settings and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As answers name it. */
    String publisher() {
        return publisher;
    }

    /** Prices and dividends of the days that were asked for. Throws UnreadableAnswer for what is no answer of the vendor. */
    List<StatementRow> read(Asked asked, JsonNode answer) {
        return switch (this) {
            case YAHOO -> YahooChart.facts(asked, answer);
            case FINNHUB -> FinnhubQuote.facts(asked, answer);
            case EODHD -> EodhdPrices.facts(asked, answer);
        };
    }
}
