package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.time.LocalDate;

/**
 * A row of tax that is part of a payment.
 *
 * @param date as the broker dates it: that of the payment even where it was booked a year later
 * @param withheld positive when withheld, negative when given back
 * @param reversed whether it and its opposite cancel out
 */
public record TaxPart(FactId id, LocalDate date, Amount withheld, boolean reversed) {}
