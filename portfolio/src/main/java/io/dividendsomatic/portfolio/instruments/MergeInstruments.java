package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Isin;

/** Decides that an instrument is the same as another, by whose ISIN both are known. Throws IllegalArgumentException for one alone. */
public record MergeInstruments(Isin from, Isin into, String reason) implements IdentityDecision {

    public MergeInstruments {
        Real.check(from);
        Real.check(into);
        if (from.equals(into)) {
            throw new IllegalArgumentException("an instrument is the same as itself already: " + from);
        }
    }

    @Override
    public boolean saysAs(IdentityDecision other) {
        return other instanceof MergeInstruments same && from.equals(same.from) && into.equals(same.into);
    }
}
