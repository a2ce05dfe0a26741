package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;

/**
 * A dividend per share as a data vendor lists it: a reference, never income, and of no account.
 *
 * @param perShare gross and adjusted for splits since
 */
public record ReferenceDividend(
        Instrument instrument, LocalDate exDate, CurrencyCode currency, UnitPrice perShare, String publisher)
        implements StatementRow {}
