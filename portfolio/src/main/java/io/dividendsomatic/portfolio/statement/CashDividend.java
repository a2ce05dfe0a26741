package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dividend or another distribution paid in money, before tax; after it only where the words say {@link #AFTER_TAX}.
 *
 * @param movement its amount is the gross; negative when an earlier payment is taken back
 * @param exDate the first day without the right to it
 * @param perShare gross, in the currency of the amount
 * @param quantity of shares on which it was paid
 */
public record CashDividend(
        CashMovement movement,
        Instrument instrument,
        @Nullable LocalDate exDate,
        @Nullable UnitPrice perShare,
        @Nullable Quantity quantity)
        implements StatementRow {
    /** The words that a reader writes for a file that tells what came after tax alone: then the amount is no gross. */
    public static final String AFTER_TAX = "after tax";

    /** Whether its file tells what came after tax, and neither gross nor tax. */
    public boolean saysAfterTax() {
        return AFTER_TAX.equals(movement.description());
    }
}
