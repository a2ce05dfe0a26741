package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks of the ledger.
 *
 * @param asOf the last day that counts; absent for every day
 * @param knownAt answers as it was known then
 * @param accounts all when empty
 * @param currency to report in; absent for the configured one
 */
public record LedgerOn(
        @Nullable LocalDate asOf,
        Instant knownAt,
        List<AccountId> accounts,
        @Nullable CurrencyCode currency) {

    public LedgerOn {
        accounts = accounts.stream().distinct().sorted().toList();
    }

    /** The earlier of that day and {@code asOf}; absent where neither is given. */
    public @Nullable LocalDate last(@Nullable LocalDate day) {
        if (day == null || asOf == null) {
            return day == null ? asOf : day;
        }
        return day.isBefore(asOf) ? day : asOf;
    }
}
