package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate and how it was found.
 *
 * @param step absent when it is missing
 * @param sources the lines that state it; those of the fact's own rate are the fact's
 */
public record ResolvedFx(Fx fx, @Nullable Step step, List<SourceRef> sources) {
    public static final ResolvedFx MISSING = new ResolvedFx(Fx.MISSING, null, List.of());

    public ResolvedFx {
        sources = List.copyOf(sources);
    }
}
