package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What an account would answer if a statement were told. Nothing is stored. */
public final class WhatIf {
    private final EventStore store;

    public WhatIf(EventStore store) {
        this.store = store;
    }

    /** The events that would be; none when the account knows the file already. */
    public List<AccountEvent> told(RecordStatement statement) {
        AccountState state = stateOf(statement.account());
        List<AccountEvent> events = new ArrayList<>(Retractions.ofEarlierReading(statement, state));
        events.forEach(state::evolve);
        events.addAll(Statements.decide(statement, state));
        return events;
    }

    /** What would be if a file were taken back. Throws NeverRecorded. */
    public List<AccountEvent> retracted(RetractStatement command) {
        return Retractions.decide(command, stateOf(command.account()));
    }

    /** What would be if the retraction of a file were undone. Throws NeverRecorded. */
    public List<AccountEvent> restored(RestoreStatement command) {
        return Retractions.decide(command, stateOf(command.account()));
    }

    private AccountState stateOf(AccountId account) {
        AccountState state = new AccountState();
        try (Stream<? extends DomainEventMessage<?>> events =
                store.readEvents(account.toString()).asStream()) {
            events.forEach(message -> state.evolve((AccountEvent) message.getPayload()));
        }
        return state;
    }
}
