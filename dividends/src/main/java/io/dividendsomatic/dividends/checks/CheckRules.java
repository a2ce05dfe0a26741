package io.dividendsomatic.dividends.checks;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * From when on a payment looks wrong. Pence and the like are converted before anything comes here.
 *
 * @param currencies in which dividends are expected
 * @param ofCountry the currencies of the companies of a country, by the first letters of the ISIN; of countries that are
 *     not named any
 * @param highest plausible rate per share in a currency, {@code highestOtherwise} in all others
 * @param outlierRatio how many times the median, or what part of it, is too far from it
 * @param medianDays of the payments that make the median; all of them where none are so new
 */
public record CheckRules(
        Set<CurrencyCode> currencies,
        Map<String, Set<CurrencyCode>> ofCountry,
        Map<CurrencyCode, BigDecimal> highest,
        BigDecimal highestOtherwise,
        BigDecimal outlierRatio,
        int medianDays) {
    private static final int FIVE_YEARS = 1825;

    /** As the original has them, with dollars for Canada. */
    public static final CheckRules USUAL = new CheckRules(
            currencies("USD EUR CAD GBP JPY HKD NOK SEK DKK CHF AUD NZD SGD TWD"),
            byCountry(
                    "US USD; CA CAD USD; SE SEK EUR; FI EUR; DE EUR; FR EUR; NL EUR; IE EUR USD; NO NOK; JP JPY; GB GBP;"
                            + " HK HKD; DK DKK; CH CHF; AU AUD"),
            byCurrency("USD 50; EUR 50; CAD 70; GBP 40; CHF 50; AUD 80; NZD 85; SGD 70; HKD 400; JPY 7500; NOK 550;"
                    + " SEK 550; DKK 350; TWD 1600"),
            BigDecimal.valueOf(50),
            BigDecimal.TEN,
            FIVE_YEARS);

    public CheckRules {
        currencies = Set.copyOf(currencies);
        ofCountry = Map.copyOf(ofCountry);
        highest = Map.copyOf(highest);
    }

    private static Set<CurrencyCode> currencies(String codes) {
        return Arrays.stream(codes.split(" ", -1)).map(CurrencyCode::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<CurrencyCode>> byCountry(String table) {
        Map<String, Set<CurrencyCode>> rows = new TreeMap<>();
        for (String row : table.split("; ?", -1)) {
            String[] cells = row.split(" ", 2);
            rows.put(cells[0], currencies(cells[1]));
        }
        return rows;
    }

    private static Map<CurrencyCode, BigDecimal> byCurrency(String table) {
        Map<CurrencyCode, BigDecimal> rows = new TreeMap<>();
        for (String row : table.split("; ?", -1)) {
            String[] cells = row.split(" ", 2);
            rows.put(new CurrencyCode(cells[0]), new BigDecimal(cells[1]));
        }
        return rows;
    }
}
