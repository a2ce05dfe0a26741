package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;

/**
 * History that no file tells.
 *
 * @param quantity of units that a booking took although they were not there
 */
public record Gap(Reason reason, LocalDate date, PositionKey position, Quantity quantity, FactId booking) {

    /** How it is known that something is missing. */
    public enum Reason {
        MORE_WENT_THAN_CAME
    }
}
