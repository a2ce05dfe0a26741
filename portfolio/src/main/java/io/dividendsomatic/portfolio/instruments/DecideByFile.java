package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the alias file says now. What it said before and says no longer is taken back.
 *
 * @param file absent when there is none any more; then it says nothing
 */
public record DecideByFile(@Nullable FileId file, List<Line> lines) {

    public DecideByFile {
        lines = List.copyOf(lines);
        if (file == null && !lines.isEmpty()) {
            throw new IllegalArgumentException("lines stand in a file");
        }
    }

    /** A decision, and the line on which it stands, from 1. */
    public record Line(int line, IdentityDecision decision) {}

    @TargetAggregateIdentifier
    public String stream() {
        return IdentityDecisions.STREAM;
    }
}
