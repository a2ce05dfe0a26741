package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A position inside an account: brokers keep two listings of one security in two currencies apart.
 *
 * @param currency of its costs; absent while no booking of the instrument tells one
 */
public record PositionKey(
        InstrumentKey instrument, @Nullable CurrencyCode currency) implements Comparable<PositionKey> {
    private static final Comparator<PositionKey> ORDER = Comparator.comparing(PositionKey::instrument)
            .thenComparing(PositionKey::currency, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(PositionKey other) {
        return ORDER.compare(this, other);
    }
}
