package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what was held.
 *
 * @param asOf the day; of each account the newest snapshot at or before it counts
 * @param knownAt answers as it was known then
 * @param accounts all when empty
 * @param currency to report in; absent for the configured one
 */
public record HoldingsOn(
        LocalDate asOf,
        Instant knownAt,
        List<AccountId> accounts,
        @Nullable CurrencyCode currency) {

    public HoldingsOn {
        accounts = accounts.stream().distinct().sorted().toList();
    }
}
