package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Undoes the retraction of a file's references. */
public record RestoreReferences(FileId file) {

    @TargetAggregateIdentifier
    public String stream() {
        return RecordReferences.streamOf(file);
    }
}
