package io.dividendsomatic.portfolio.references;

import io.dividendsomatic.portfolio.events.ReferenceDividendsTold;
import io.dividendsomatic.portfolio.events.ReferenceEvent;
import io.dividendsomatic.portfolio.events.ReferencePricesTold;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.RestoreReferences;
import io.dividendsomatic.portfolio.statement.RetractReferences;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The references that one file tells: once a reading, whatever comes later. */
public class ReferenceFile {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private int reading;
    private boolean stands;
    private boolean retracted;

    /** Axon creates it to replay its events. */
    ReferenceFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordReferences command) {
        if (reading < command.reading()) {
            if (stands) {
                AggregateLifecycle.apply(new ReferencesRetracted(command.file(), RetractionCause.READ_ANEW));
            }
            ToldReferences.of(command).forEach(AggregateLifecycle::apply);
        }
    }

    @CommandHandler
    void handle(RetractReferences command) {
        if (stands) {
            AggregateLifecycle.apply(new ReferencesRetracted(command.file(), command.cause()));
        }
    }

    @CommandHandler
    void handle(RestoreReferences command) {
        if (retracted) {
            AggregateLifecycle.apply(new ReferencesRestored(command.file()));
        }
    }

    @EventSourcingHandler
    void on(ReferenceEvent event) {
        id = RecordReferences.streamOf(event.file());
        switch (event) {
            case ReferencesRecorded recorded -> {
                reading = recorded.reading() == null ? 1 : recorded.reading();
                stands = true;
            }
            case ReferencesRetracted withdrawn -> {
                stands = false;
                retracted = withdrawn.cause() == RetractionCause.FILE_RETRACTED;
            }
            case ReferencesRestored restored -> {
                stands = true;
                retracted = false;
            }
            case ReferenceRatesTold told -> {} // counted at the end
            case ReferenceDividendsTold told -> {} // counted at the end
            case ReferencePricesTold told -> {} // counted at the end
        }
    }
}
