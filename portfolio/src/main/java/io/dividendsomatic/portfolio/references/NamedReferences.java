package io.dividendsomatic.portfolio.references;

import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The references under a name that a user edits: the newest version of the file counts, and none before it. To take away
 * what was never there is no decision, and no command for it should be sent: see {@link StoredReferences}.
 */
public class NamedReferences {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable FileId current;

    /** Axon creates it to replay its events. */
    NamedReferences() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReplaceReferences command) {
        if (!Objects.equals(current, command.file())) {
            AggregateLifecycle.apply(new ReferencesReplaced(command.name(), command.file(), current));
        }
    }

    @EventSourcingHandler
    void on(ReferencesReplaced event) {
        id = ReplaceReferences.streamOf(event.name());
        current = event.file();
    }
}
