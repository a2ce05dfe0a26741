package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;

/** Decides which instrument an alias means in rows that tell no ISIN. Throws IllegalArgumentException for an internal ISIN. */
public record IdentifyInstrument(InstrumentAlias alias, Isin isin, Validity validity, String reason)
        implements IdentityDecision {

    public IdentifyInstrument {
        Real.check(isin);
    }

    @Override
    public boolean saysAs(IdentityDecision other) {
        return other instanceof IdentifyInstrument same
                && alias.equals(same.alias)
                && isin.equals(same.isin)
                && validity.equals(same.validity);
    }

    /** Whether both speak of one alias on a common day and mean different instruments. */
    boolean contradicts(IdentityDecision other) {
        return other instanceof IdentifyInstrument same
                && alias.equals(same.alias)
                && !isin.equals(same.isin)
                && validity.overlaps(same.validity);
    }
}
