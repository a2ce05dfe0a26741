package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What vendors call a listing: the broker's symbol and a suffix for the exchange. Where the broker tells no exchange, an
 * instrument that is held in the currency of its ISIN's country is looked for there; anything else is not guessed.
 */
final class Listings {
    private static final Set<String> UNITED_STATES =
            Set.of("NYSE", "NASDAQ", "NASDAQ.NMS", "NASDAQ.SCM", "ARCA", "AMEX", "BATS", "PINK", "US");

    /** Suffixes of Yahoo by the exchanges' names at Interactive Brokers. */
    private static final Map<String, String> YAHOO = Map.ofEntries(
            Map.entry("HEX", ".HE"),
            Map.entry("SFB", ".ST"),
            Map.entry("OSE", ".OL"),
            Map.entry("CPH", ".CO"),
            Map.entry("TSE", ".TO"),
            Map.entry("TSEJ", ".T"),
            Map.entry("SBF", ".PA"),
            Map.entry("FWB", ".F"),
            Map.entry("FWB2", ".F"),
            Map.entry("IBIS", ".DE"),
            Map.entry("LSE", ".L"),
            Map.entry("SEHK", ".HK"));

    /** Of EODHD, only where all listings of the exchange are quoted in one currency: its answers name none. */
    private static final Map<String, Place> EODHD = Map.of(
            "HEX", new Place(".HE", "EUR"),
            "SFB", new Place(".ST", "SEK"),
            "OSE", new Place(".OL", "NOK"),
            "CPH", new Place(".CO", "DKK"),
            "TSE", new Place(".TO", "CAD"),
            "SBF", new Place(".PA", "EUR"),
            "FWB", new Place(".F", "EUR"),
            "FWB2", new Place(".F", "EUR"),
            "IBIS", new Place(".XETRA", "EUR"));

    private static final Map<String, Place> HOME = Map.of(
            "US", new Place("US", "USD"),
            "FI", new Place("HEX", "EUR"),
            "SE", new Place("SFB", "SEK"),
            "NO", new Place("OSE", "NOK"),
            "DK", new Place("CPH", "DKK"),
            "CA", new Place("TSE", "CAD"),
            "FR", new Place("SBF", "EUR"),
            "DE", new Place("IBIS", "EUR"),
            "JP", new Place("TSEJ", "JPY"),
            "HK", new Place("SEHK", "HKD"));

    private record Place(String name, String currency) {}

    private Listings() {}

    static Optional<String> yahoo(Held held) {
        String symbol = held.symbol();
        String exchange = exchange(held);
        if (symbol == null || symbol.isBlank() || exchange == null) {
            return Optional.empty();
        }
        if (UNITED_STATES.contains(exchange)) {
            return Optional.of(unitedStates(symbol));
        }
        return Optional.ofNullable(YAHOO.get(exchange)).map(suffix -> plain(symbol, exchange) + suffix);
    }

    static Optional<String> finnhub(Held held) {
        return onlyDollars(held).map(Listings::unitedStates);
    }

    static Optional<String> eodhd(Held held) {
        Optional<String> dollars = onlyDollars(held).map(symbol -> unitedStates(symbol) + ".US");
        String symbol = held.symbol();
        String exchange = exchange(held);
        Place place = exchange == null ? null : EODHD.get(exchange);
        return dollars.isPresent()
                        || symbol == null
                        || exchange == null
                        || place == null
                        || !place.currency().equals(held.currency().code())
                ? dollars
                : Optional.of(plain(symbol, exchange) + place.name());
    }

    private static Optional<String> onlyDollars(Held held) {
        String exchange = exchange(held);
        return exchange != null
                        && UNITED_STATES.contains(exchange)
                        && held.currency().code().equals("USD")
                ? Optional.ofNullable(held.symbol())
                : Optional.empty();
    }

    private static @Nullable String exchange(Held held) {
        if (held.exchange() != null && !held.exchange().isBlank()) {
            return held.exchange();
        }
        Place home = HOME.get(held.isin().code().substring(0, 2));
        return home != null && home.currency().equals(held.currency().code()) ? home.name() : null;
    }

    /** {@code ARR PRC} is a preferred share, class C; other spaces part classes too. */
    private static String unitedStates(String symbol) {
        return symbol.strip()
                .replaceFirst(" PR([A-Z])$", "-P$1")
                .replace(' ', '-')
                .replace('.', '-');
    }

    private static String plain(String symbol, String exchange) {
        String plain = symbol.strip();
        return switch (exchange) {
            case "OSE" -> plain.replaceFirst("(?<=[A-Z])o$", "").replace(' ', '-');
            case "HEX" -> plain.replaceFirst("(?<=[A-Z])h$", "").replace(' ', '-');
            case "SEHK" -> plain.matches("\\d{1,3}") ? "0".repeat(4 - plain.length()) + plain : plain;
            default -> plain.replace('.', '-').replace(' ', '-');
        };
    }
}
