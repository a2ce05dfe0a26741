package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of an account in one currency at the end of a day.
 *
 * @param balance what the bookings come to, beginning with the earliest balance that a broker printed before all of them
 * @param printed the newest balance that the broker printed; absent when it printed none
 * @param difference printed − ours of the day that was printed
 * @param sources where the balance was printed
 */
public record Cash(
        AccountId account,
        CurrencyCode currency,
        Amount balance,
        @Nullable Printed printed,
        @Nullable BigDecimal difference,
        List<SourceRef> sources) {

    public Cash {
        sources = List.copyOf(sources);
    }

    /** What the broker printed. */
    public record Printed(Amount balance, LocalDate asOf, FileId fileId) {}
}
