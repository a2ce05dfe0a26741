package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Transfer;

/** One side of a transfer, in the account that tells it. */
public record TransferLeg(AccountId account, Booking booking) {

    /** Throws ClassCastException when the booking is no transfer. */
    public Transfer row() {
        return (Transfer) booking.row();
    }
}
