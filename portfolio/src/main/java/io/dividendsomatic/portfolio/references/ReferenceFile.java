package io.dividendsomatic.portfolio.references;

import io.dividendsomatic.portfolio.events.ReferenceEvent;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The references that one file tells. They are told once, whatever comes later. */
public class ReferenceFile {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private boolean recorded;

    /** Axon creates it to replay its events. */
    ReferenceFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordReferences command) {
        if (!recorded) {
            ToldReferences.of(command).forEach(AggregateLifecycle::apply);
        }
    }

    @EventSourcingHandler
    void on(ReferenceEvent event) {
        id = RecordReferences.streamOf(event.file());
        recorded = recorded || event instanceof ReferencesRecorded;
    }
}
