package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which bookings changed what an account held, and of which its broker reported nothing.
 *
 * @param reportedOn the report that was rolled forward; absent before the first
 * @param positions how many were held at its end
 * @param recordedAt of the newest telling that it depends on
 */
public record DerivedDay(
        AccountId account, LocalDate date, @Nullable LocalDate reportedOn, int positions, Instant recordedAt) {}
