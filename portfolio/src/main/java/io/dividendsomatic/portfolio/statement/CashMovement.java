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
 * @param settled the same movement as the broker booked it to a balance in another currency; absent when it is booked in
 *     the currency of {@code amount}
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
