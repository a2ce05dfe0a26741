package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A position at the end of a day. Absent figures are absent in the file; nothing is derived here.
 *
 * @param detail whether the row is the whole position or one of its lots
 * @param marketValue price × quantity × multiplier as the broker states it, in {@code currency}
 * @param costBasis total, not per unit
 * @param fxRateToBase multiply an amount in {@code currency} by it to get the account's base currency
 */
public record OpenPosition(
        LocalDate asOf,
        Instrument instrument,
        Detail detail,
        CurrencyCode currency,
        Quantity quantity,
        @Nullable UnitPrice markPrice,
        @Nullable Amount marketValue,
        @Nullable UnitPrice costBasisPerShare,
        @Nullable Amount costBasis,
        @Nullable Amount unrealizedPnl,
        @Nullable FxRate fxRateToBase)
        implements StatementRow {

    /** Whether a position row is a whole position or a part of it. */
    public enum Detail {
        SUMMARY,
        LOT
    }
}
