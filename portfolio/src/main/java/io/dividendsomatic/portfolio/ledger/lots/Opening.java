package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That no booking brought the units of a lot: a report of their account states them. The lot's day is that of the
 * report, though they came earlier; its cost is the one that the broker states.
 *
 * @param sources the lines of the report
 */
public record Opening(List<SourceRef> sources) {

    public Opening {
        sources = List.copyOf(sources);
    }

    static @Nullable Opening both(@Nullable Opening one, @Nullable Opening other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Opening(Stream.concat(one.sources.stream(), other.sources.stream())
                .distinct()
                .sorted()
                .toList());
    }
}
