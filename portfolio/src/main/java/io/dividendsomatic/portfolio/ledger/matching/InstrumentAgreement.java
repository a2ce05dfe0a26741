package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether two rows name one instrument: the resolver knows both as one, or the ISIN is equal, or the contract number, or
 * the symbol (else the name) without an ISIN that contradicts it.
 *
 * @param identify resolves aliases
 */
record InstrumentAgreement(Function<Instrument, InstrumentKey> identify) {

    boolean agree(@Nullable Instrument one, @Nullable Instrument other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (identify.apply(one).equals(identify.apply(other))) {
            return true;
        }
        Isin isin = real(one);
        Isin otherIsin = real(other);
        if (isin != null && otherIsin != null) {
            return isin.equals(otherIsin);
        }
        if (one.conid() != null && other.conid() != null) {
            return one.conid().equals(other.conid());
        }
        if (one.symbol() != null && other.symbol() != null) {
            return one.symbol().equals(other.symbol());
        }
        return one.name() != null && one.name().equals(other.name());
    }

    /** Whether one of them leaves open which instrument it is about. */
    boolean compatible(@Nullable Instrument one, @Nullable Instrument other) {
        return one == null || other == null || agree(one, other);
    }

    private static @Nullable Isin real(Instrument instrument) {
        Isin isin = instrument.isin();
        return isin == null || isin.isInternal() ? null : isin;
    }
}
