package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a borrower of the shares paid in place of a dividend, before tax. It is no dividend, and is taxed otherwise.
 *
 * @param movement its amount is the gross; negative when an earlier payment is taken back
 * @param exDate the first day without the right to it
 * @param perShare gross, in the currency of the amount
 * @param quantity of shares on which it was paid
 */
public record PaymentInLieu(
        CashMovement movement,
        Instrument instrument,
        @Nullable LocalDate exDate,
        @Nullable UnitPrice perShare,
        @Nullable Quantity quantity)
        implements StatementRow {}
