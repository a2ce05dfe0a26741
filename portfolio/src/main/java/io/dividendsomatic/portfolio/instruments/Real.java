package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ISINs that mean the same to everybody; internal ones are never an identity. */
final class Real {
    private static final String KEY = "isin:";

    private Real() {}

    static @Nullable Isin isin(Instrument instrument) {
        Isin isin = instrument.isin();
        return isin == null || isin.isInternal() ? null : isin;
    }

    static void check(Isin isin) {
        if (isin.isInternal()) {
            throw new IllegalArgumentException("an internal code identifies nothing: " + isin);
        }
    }

    static InstrumentKey key(Isin isin) {
        return new InstrumentKey(KEY + isin);
    }

    /** The ISIN that a key stands for, if it is one that means the same to everybody. */
    static Optional<Isin> isin(InstrumentKey key) {
        return key.value().startsWith(KEY)
                ? Isin.find(key.value().substring(KEY.length())).filter(isin -> !isin.isInternal())
                : Optional.empty();
    }
}
