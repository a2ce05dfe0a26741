package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was held, in a stable order.
 *
 * @param currency the reporting currency
 * @param totals in the reporting currency, over everything but the unresolved
 */
public record Holdings(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        List<Holding> items,
        Figures totals,
        List<Unresolved> unresolved) {

    public Holdings {
        items = List.copyOf(items);
        unresolved = List.copyOf(unresolved);
    }

    /** How many things it holds, for those who keep it. */
    public int lines() {
        return items.stream()
                .mapToInt(item -> 2 + item.accounts().size() + item.sources().size())
                .sum();
    }

    /**
     * A holding of which some of the totals leave out what accounts hold.
     *
     * @param figures the names of those totals
     * @param accounts those that hold it
     */
    public record Unresolved(
            @Nullable Isin isin,
            @Nullable String symbol,
            CurrencyCode currency,
            Reason reason,
            List<String> figures,
            List<AccountId> accounts) {

        public Unresolved {
            figures = List.copyOf(figures);
            accounts = List.copyOf(accounts);
        }
    }

    /** Why a figure is not known in the reporting currency. */
    public enum Reason {
        FX_RATE_MISSING,
        NOT_STATED
    }
}
