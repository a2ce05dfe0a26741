package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import java.util.List;

/** What an account answers to one kind of a statement's rows: the events, and how many of the rows were told before. */
record Answer(List<? extends AccountEvent> events, int known) {
    static final Answer NOTHING = new Answer(List.of(), 0);

    Answer {
        events = List.copyOf(events);
    }

    static Answer of(AccountEvent event) {
        return new Answer(List.of(event), 0);
    }
}
