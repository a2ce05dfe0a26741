package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The balance of a currency at the end of a day on which something was booked or printed.
 *
 * @param balance what the bookings come to, beginning with what was printed before all of them
 * @param printed what the broker printed for the day; of several the greatest edition's, then the greatest file's
 */
public record CashDay(
        AccountId account,
        CurrencyCode currency,
        LocalDate date,
        Amount balance,
        @Nullable Printed printed) {

    /** A balance that a file prints. */
    public record Printed(Amount balance, SourceRef source) {}
}
