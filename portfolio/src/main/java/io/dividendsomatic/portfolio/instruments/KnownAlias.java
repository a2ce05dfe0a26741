package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that means an instrument.
 *
 * @param kind {@code ISIN} for a former one, else that of the alias
 * @param from the first day on which files use it, or from which it was decided; absent when none is told
 * @param decision that gives it this meaning; absent when the files show it
 * @param accounts whose files use it
 * @param sources some lines that say it
 */
public record KnownAlias(
        String kind,
        String value,
        @Nullable Broker broker,
        @Nullable String exchange,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Origin origin,
        @Nullable Integer decision,
        List<AccountId> accounts,
        List<SourceRef> sources) {

    public KnownAlias {
        accounts = List.copyOf(accounts);
        sources = List.copyOf(sources);
    }

    /** Who says so. */
    public enum Origin {
        TOLD,
        DECIDED
    }
}
