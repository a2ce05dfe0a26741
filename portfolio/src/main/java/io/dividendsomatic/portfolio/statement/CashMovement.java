package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came or went.
 *
 * @param date on which it was paid or booked
 * @param amount the effect on cash: received is positive, paid is negative
 * @param settled what the broker booked for it to a balance, where that is not {@code amount}: because the balance is in
 *     another currency, or because one booking covers several facts of the row. Then the first of them carries the
 *     whole booking and the others zero, so that bookings always sum up to the balance
 * @param fxRateToBase multiply {@code amount} by it to get the account's base currency
 * @param description as the broker words it
 */
public record CashMovement(
        LocalDate date,
        Money amount,
        @Nullable Money settled,
        @Nullable FxRate fxRateToBase,
        @Nullable String description,
        References references) {}
