package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A charge (negative) or its refund (positive) that is not part of a trade's own costs.
 *
 * @param category as the broker names it, such as {@code Other Fees} or {@code Sales Tax}; {@link #TAX} where only the
 *     reader knows that it is a tax
 * @param instrument for which it was charged
 */
public record Fee(
        CashMovement movement,
        @Nullable String category,
        @Nullable Instrument instrument) implements StatementRow {
    /** The category of a tax that the broker's words tell in one of many languages. */
    public static final String TAX = "tax";
}
