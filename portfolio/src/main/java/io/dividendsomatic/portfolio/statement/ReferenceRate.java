package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;

/**
 * A reference rate of a central bank or a vendor; it belongs to no account.
 *
 * @param rate units of {@code currency} for one unit of {@code base}
 * @param publisher for example {@code ECB}
 */
public record ReferenceRate(LocalDate date, CurrencyCode base, CurrencyCode currency, FxRate rate, String publisher)
        implements StatementRow {}
