package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A charge (negative) or its refund (positive) that is not part of a trade's own costs.
 *
 * @param category as the broker names it, such as {@code Other Fees} or {@code Sales Tax}
 * @param instrument for which it was charged
 */
public record Fee(
        CashMovement movement,
        @Nullable String category,
        @Nullable Instrument instrument) implements StatementRow {}
