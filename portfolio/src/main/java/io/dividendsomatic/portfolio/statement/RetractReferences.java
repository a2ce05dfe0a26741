package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back the references that a file told. */
public record RetractReferences(FileId file, RetractionCause cause) {

    @TargetAggregateIdentifier
    public String stream() {
        return RecordReferences.streamOf(file);
    }
}
