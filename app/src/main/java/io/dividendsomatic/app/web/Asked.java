package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every report is asked by.
 *
 * @param asOf absent where the question names none
 * @param knownAt whatever is known by then where the question names none
 * @param account of those that are known; all without any
 * @param today in UTC
 */
record Asked(
        @Parameter(description = "The day that it is about; today, or no bound for lists of a period, when left out")
        @Nullable
        LocalDate asOf,

        @Parameter(description = "Answer as it was known then; now when left out")
        Instant knownAt,

        @Parameter(description = "Can be repeated; all accounts when left out")
        List<AccountId> account,

        @Parameter(description = "The reporting currency; the configured one when left out") @Nullable
        CurrencyCode currency,

        @Parameter(hidden = true) LocalDate today) {

    Asked {
        account = List.copyOf(account);
    }

    /** The day that it is about. */
    LocalDate day() {
        return asOf != null ? asOf : today;
    }

    /** About the state of that day. */
    HoldingsOn state() {
        return stateOn(day());
    }

    /** About the state of another day. */
    HoldingsOn stateOn(LocalDate other) {
        return new HoldingsOn(other, knownAt, account, currency);
    }

    /** About a period, which the day bounds only where it is named. */
    LedgerOn period() {
        return new LedgerOn(asOf, knownAt, account, currency);
    }

    /** The year asked for, else that of the day. */
    int year(@Nullable Integer asked) {
        return new Moment(day(), knownAt).year(asked);
    }
}
