package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;

/**
 * What one unit cost at the end of a day, as a data vendor lists it; it belongs to no account, and never takes the place
 * of the price in a broker's statement.
 *
 * @param close of the day's trading, on the basis of splits at the time when the vendor was asked
 */
public record ReferencePrice(
        Instrument instrument, LocalDate date, CurrencyCode currency, UnitPrice close, String publisher)
        implements StatementRow {}
