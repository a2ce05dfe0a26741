package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.dividends.tax.TreatyRates;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the user states about dividends and who pays them, beside what brokers tell: it changes what is expected, what a
 * treaty allows and how holdings divide, and never a payment.
 *
 * @param rates of an instrument, in the order of the file
 * @param countries as the user decided
 * @param sectors in the user's own words
 * @param treaties with the user's own last
 */
public record StatedTerms(
        Map<Isin, List<ManualRate>> rates, Countries countries, Map<Isin, String> sectors, TreatyRates treaties) {
    public static final StatedTerms NONE =
            new StatedTerms(Map.of(), Countries.BY_ISIN, Map.of(), TreatyRates.builtIn());

    public StatedTerms {
        rates = Map.copyOf(rates);
        sectors = Map.copyOf(sectors);
    }

    List<ManualRate> ratesOf(Isin isin) {
        return rates.getOrDefault(isin, List.of());
    }

    /** The terms that count, each version from when it became known. */
    @FunctionalInterface
    public interface Versions {
        /** Those that were known then. */
        StatedTerms at(Instant knownAt);
    }
}
