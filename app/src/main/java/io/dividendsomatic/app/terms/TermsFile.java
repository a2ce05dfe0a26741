package io.dividendsomatic.app.terms;

import io.dividendsomatic.dividends.history.StatedTerms;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.dividends.tax.TreatyRate;
import io.dividendsomatic.dividends.tax.TreatyRates;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The YAML in which a user states {@code rates} of dividends, {@code countries} and {@code sectors} of payers and limits of
 * {@code treaties}.
 * It is used whole or, with anything wrong in it, not at all.
 */
record TermsFile(
        @Nullable List<JsonNode> rates,
        @Nullable List<JsonNode> countries,
        @Nullable List<JsonNode> sectors,
        @Nullable List<JsonNode> treaties) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int PERCENT_PLACES = 2;
    private static final int MOST_LETTERS = 60;

    /** Why a file cannot be used. */
    static final class Invalid extends RuntimeException {
        Invalid(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What one share will pay each time, gross, in shares of the day {@code from}. */
    record Rate(String isin, LocalDate from, BigDecimal perPayment, String currency, String frequency) {
        Rate {
            needed("isin", isin);
            needed("from", from);
            needed("perPayment", perPayment);
            needed("currency", currency);
            needed("frequency", frequency);
        }

        void putInto(Map<Isin, List<ManualRate>> rates) {
            Frequency often =
                    Frequency.valueOf(frequency.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (perPayment.signum() < 0 || !often.isRegular()) {
                throw new IllegalArgumentException(
                        "perPayment is not negative, and frequency monthly, quarterly, semi-annual or annual");
            }
            ManualRate rate = new ManualRate(from, new UnitPrice(perPayment), new CurrencyCode(currency), often);
            rates.computeIfAbsent(new Isin(isin), first -> new ArrayList<>()).add(rate);
        }
    }

    /** From where an instrument pays, by ISO 3166. */
    record Country(String isin, String country) {
        Country {
            needed("isin", isin);
            needed("country", country);
        }

        void putInto(Map<Isin, String> countries) {
            countries.put(new Isin(isin), code(country));
        }
    }

    /** What an instrument's business is, in the user's own words. */
    record Sector(String isin, String sector) {
        Sector {
            needed("isin", isin);
            needed("sector", sector);
        }

        void putInto(Map<Isin, String> sectors) {
            if (sector.isBlank() || sector.length() > MOST_LETTERS) {
                throw new IllegalArgumentException("a sector has 1 to " + MOST_LETTERS + " letters");
            }
            sectors.put(new Isin(isin), sector.strip());
        }
    }

    /** The most that a country may withhold from who lives in another, in percent. */
    record Treaty(
            String residence,
            String country,
            BigDecimal percent,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            LocalDate stated) {
        Treaty {
            needed("residence", residence);
            needed("country", country);
            needed("percent", percent);
            needed("source", source);
            needed("stated", stated);
        }

        TreatyRate rate() {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("percent lies between 0 and 100");
            }
            return new TreatyRate(
                    code(residence), code(country), percent.movePointLeft(PERCENT_PLACES), from, to, source, stated);
        }
    }

    /** Throws Invalid with the place of what is wrong. */
    static StatedTerms read(String yaml) {
        boolean saysNothing =
                yaml.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
        if (saysNothing) {
            return StatedTerms.NONE;
        }
        try {
            return YAML.readValue(yaml, TermsFile.class).terms();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            throw new Invalid("line " + line + ": " + firstLine(e), e);
        }
    }

    private StatedTerms terms() {
        Map<Isin, List<ManualRate>> byIsin = new LinkedHashMap<>();
        each("rates", rates, entry -> YAML.treeToValue(entry, Rate.class).putInto(byIsin));
        Map<Isin, String> decided = new LinkedHashMap<>();
        each(
                "countries",
                countries,
                entry -> YAML.treeToValue(entry, Country.class).putInto(decided));
        Map<Isin, String> bySector = new LinkedHashMap<>();
        each("sectors", sectors, entry -> YAML.treeToValue(entry, Sector.class).putInto(bySector));
        List<TreatyRate> own = new ArrayList<>();
        each(
                "treaties",
                treaties,
                entry -> own.add(YAML.treeToValue(entry, Treaty.class).rate()));
        return new StatedTerms(
                byIsin, new Countries(decided), bySector, TreatyRates.builtIn().extendedBy(new TreatyRates(own)));
    }

    private static void each(String list, @Nullable List<JsonNode> entries, Consumer<JsonNode> take) {
        List<JsonNode> all = entries == null ? List.of() : entries;
        for (int i = 0; i < all.size(); i++) {
            try {
                take.accept(all.get(i));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new Invalid("entry %d of %s: %s".formatted(i + 1, list, firstLine(e)), e);
            }
        }
    }

    private static void needed(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
    }

    private static String code(String country) {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country has two capital letters, not '" + country + "'");
        }
        return country;
    }

    private static String firstLine(RuntimeException e) {
        String message = e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("cannot be read");
    }
}
