package io.dividendsomatic.portfolio.ledger.cash;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;

/**
 * What a currency had before our first booking of it, as a file states it: no booking, and no deposit.
 *
 * @param day at whose end it stood there
 * @param source the line that states it: a balance at the start of a day, or one after a row, of which the row's own
 *     effect is taken
 */
public record OpeningBalance(LocalDate day, CurrencyCode currency, Amount balance, SourceRef source) {}
