package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that may mean several instruments. Nobody guesses: until a person decides, rows that tell nothing else stay an
 * instrument of their own.
 *
 * @param alias absent when it is about an ISIN
 * @param isin whose merges contradict each other; absent when it is about an alias
 * @param accounts whose rows wait for the answer; none when all rows tell their ISIN
 */
public record IdentityQuestion(
        Kind kind,
        @Nullable InstrumentAlias alias,
        @Nullable Isin isin,
        List<Candidate> candidates,
        List<AccountId> accounts) {

    public IdentityQuestion {
        candidates = List.copyOf(candidates);
        accounts = List.copyOf(accounts);
    }

    /** Who contradicts whom. */
    public enum Kind {
        /** Files give one alias to several instruments on common days, or a row without ISIN fits several. */
        SEVERAL_INSTRUMENTS,
        /** Decisions contradict each other: none of them counts. */
        CONFLICTING_DECISIONS
    }

    /**
     * An instrument that the name may mean.
     *
     * @param from the first day on which files give it the name; absent when none is told
     * @param sources lines that do
     */
    public record Candidate(
            InstrumentKey instrument,
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<SourceRef> sources) {
        public Candidate {
            sources = List.copyOf(sources);
        }
    }
}
