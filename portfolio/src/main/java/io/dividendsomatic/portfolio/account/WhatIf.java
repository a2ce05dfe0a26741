package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What an account would answer if a statement were told. Nothing is stored. */
public final class WhatIf {
    private final EventStore store;

    public WhatIf(EventStore store) {
        this.store = store;
    }

    /** The events that would be; none when the account knows the file already. */
    public List<AccountEvent> told(RecordStatement statement) {
        AccountState state = new AccountState();
        store.readEvents(statement.account().toString())
                .asStream()
                .forEach(message -> state.evolve((AccountEvent) message.getPayload()));
        return Statements.decide(statement, state);
    }
}
