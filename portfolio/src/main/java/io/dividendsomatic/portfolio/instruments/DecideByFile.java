package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells what the alias file says now. What it said before and says no longer is taken back. */
public record DecideByFile(FileId file, List<Line> lines) {

    public DecideByFile {
        lines = List.copyOf(lines);
    }

    /** A decision, and the line on which it stands, from 1. */
    public record Line(int line, IdentityDecision decision) {}

    @TargetAggregateIdentifier
    public String stream() {
        return IdentityDecisions.STREAM;
    }
}
