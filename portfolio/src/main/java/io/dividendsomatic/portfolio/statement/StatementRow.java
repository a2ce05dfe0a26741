package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One fact as a broker's file states it, in the domain's words. File and line stand on the event that carries it. */
public sealed interface StatementRow {

    /**
     * A position at the end of a day. Absent figures are absent in the file; nothing is derived here.
     *
     * @param detail whether the row is the whole position or one of its lots
     * @param marketValue price × quantity × multiplier as the broker states it, in {@code currency}
     * @param costBasis total, not per unit
     * @param fxRateToBase multiply an amount in {@code currency} by it to get the account's base currency
     */
    record OpenPosition(
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
            implements StatementRow {}

    /** A rate of a currency to the account's base currency at the end of a day. */
    record FxRateToBase(LocalDate date, CurrencyCode currency, FxRate rate) implements StatementRow {}

    /** What a file's instrument list tells of one instrument. */
    record InstrumentDetail(Instrument instrument) implements StatementRow {}

    /** A line of the statement's own heading, such as its period or the account's base currency. */
    record StatementDetail(Field field, String value) implements StatementRow {}

    /** Whether a position row is a whole position or a part of it. */
    enum Detail {
        SUMMARY,
        LOT
    }

    /** The lines of a heading that mean something to us. */
    enum Field {
        TITLE,
        PERIOD,
        WHEN_GENERATED,
        ACCOUNT,
        BASE_CURRENCY
    }
}
