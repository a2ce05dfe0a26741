package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;

/** How many units of an instrument the account holds after the row, as the broker prints it: a check of our own count. */
public record HoldingAfter(LocalDate date, Instrument instrument, Quantity quantity) implements StatementRow {}
