package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.dividends.tax.TreatyRates;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the user states about dividends, beside what brokers tell: it changes what is expected and what a treaty allows, and
 * never a payment.
 *
 * @param rates of an instrument, in the order of the file
 * @param countries as the user decided
 * @param treaties with the user's own last
 */
public record StatedTerms(Map<Isin, List<ManualRate>> rates, Countries countries, TreatyRates treaties) {
    public static final StatedTerms NONE = new StatedTerms(Map.of(), Countries.BY_ISIN, TreatyRates.builtIn());

    public StatedTerms {
        rates = Map.copyOf(rates);
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
