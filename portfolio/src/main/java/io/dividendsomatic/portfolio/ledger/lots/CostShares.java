package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person decided of costs that files do not tell: which part of one security's goes to another that came of it. */
public record CostShares(List<Of> all) {
    public static final CostShares NONE = new CostShares(List.of());

    public CostShares {
        all = List.copyOf(all);
    }

    /** @param share between 0 and 1 of the cost of {@code from} */
    public record Of(InstrumentKey from, InstrumentKey into, BigDecimal share) {}

    /**
     * The one that tells it.
     *
     * @param from absent where the row does not name the security that it came of; then only one decision may tell it
     * @return absent where none tells it, or several that differ
     */
    @Nullable
    Of into(InstrumentKey into, @Nullable InstrumentKey from) {
        List<Of> telling = all.stream()
                .filter(each ->
                        each.into().equals(into) && (from == null || each.from().equals(from)))
                .distinct()
                .toList();
        return telling.size() == 1 ? telling.getFirst() : null;
    }
}
