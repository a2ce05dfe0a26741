package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dividend or another distribution paid in money, before tax.
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
        implements StatementRow {}
