package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tax withheld from a payment, or given back.
 *
 * @param movement negative when withheld, positive when given back; dated like the payment that it belongs to
 * @param instrument that paid; absent for tax on interest
 * @param exDate of the payment, where the row gives it
 */
public record WithholdingTax(
        CashMovement movement,
        @Nullable Instrument instrument,
        @Nullable LocalDate exDate) implements StatementRow {}
