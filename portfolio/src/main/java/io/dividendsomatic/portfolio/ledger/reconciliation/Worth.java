package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum of parts in one currency, as far as they are known.
 *
 * @param sum absent when any part is unknown
 * @param unknown the rows of those that are
 */
record Worth(@Nullable BigDecimal sum, List<SourceRef> unknown) {
    static final Worth NOTHING = new Worth(BigDecimal.ZERO, List.of());

    Worth {
        unknown = List.copyOf(unknown);
    }

    static Worth unknown(List<SourceRef> rows) {
        return new Worth(null, rows);
    }

    static Worth of(Optional<BigDecimal> amount, List<SourceRef> rows) {
        return amount.map(known -> new Worth(known, List.of())).orElseGet(() -> unknown(rows));
    }

    Worth plus(Worth other) {
        List<SourceRef> rows = new ArrayList<>(unknown);
        rows.addAll(other.unknown);
        return new Worth(sum == null || other.sum == null ? null : sum.add(other.sum), rows);
    }

    static Worth sum(Stream<Worth> parts) {
        return parts.reduce(NOTHING, Worth::plus);
    }
}
