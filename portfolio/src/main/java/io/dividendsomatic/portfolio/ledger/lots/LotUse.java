package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of a lot that a sale (or the cover of a short one) used.
 *
 * @param date on which the lot came
 * @param quantity negative when the lot was short
 * @param cost of these units; negative when short: what the short sale had brought
 * @param opening of units that no booking brought
 */
public record LotUse(
        LocalDate date,
        Quantity quantity,
        @Nullable Amount cost,
        @Nullable Opening opening) {

    /** Of units that a booking brought. */
    public LotUse(LocalDate date, Quantity quantity, @Nullable Amount cost) {
        this(date, quantity, cost, null);
    }

    static LotUse of(Lot lot) {
        return new LotUse(lot.date(), lot.quantity(), lot.cost(), lot.opening());
    }
}
