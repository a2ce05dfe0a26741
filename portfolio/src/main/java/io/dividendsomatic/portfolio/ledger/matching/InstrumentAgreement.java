package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether two rows name one instrument: the resolver knows both as one, or the contract number is equal, or the symbol
 * (else the name), unless the resolver knows both by two ISINs.
 *
 * @param identify resolves aliases
 */
record InstrumentAgreement(Function<Instrument, InstrumentKey> identify) {

    boolean agree(@Nullable Instrument one, @Nullable Instrument other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        InstrumentKey key = identify.apply(one);
        InstrumentKey otherKey = identify.apply(other);
        if (key.equals(otherKey)) {
            return true;
        }
        if (key.isOfIsin() && otherKey.isOfIsin()) {
            return false;
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
}
