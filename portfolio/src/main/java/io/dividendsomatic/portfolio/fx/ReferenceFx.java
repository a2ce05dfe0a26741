package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;

/**
 * A rate that belongs to no account.
 *
 * @param rate units of {@code currency} for one unit of {@code base}
 */
public record ReferenceFx(
        String publisher, LocalDate date, CurrencyCode base, CurrencyCode currency, FxRate rate, SourceRef source) {
    /** The publisher of what the user states. */
    public static final String MANUAL = "manual";
}
