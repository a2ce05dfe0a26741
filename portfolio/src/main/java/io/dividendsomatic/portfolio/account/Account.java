package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An account at a broker. It only carries decisions to Axon; {@link Statements} and {@link Retractions} make them. */
public class Account {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable AccountId id;

    private final AccountState state = new AccountState();

    /** Axon creates an account to replay its events. */
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordStatement statement) {
        Retractions.ofEarlierReading(statement, state).forEach(AggregateLifecycle::apply);
        Statements.decide(statement, state).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(RetractStatement command) {
        Retractions.decide(command, state).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(RestoreStatement command) {
        Retractions.decide(command, state).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        if (event instanceof AccountOpened opened) {
            id = opened.account();
        }
        state.evolve(event);
    }
}
