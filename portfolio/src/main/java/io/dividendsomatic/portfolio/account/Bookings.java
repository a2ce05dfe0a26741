package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.account.FactsOfFile.Told;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account makes of the bookings of a statement: each is new, told before in the same words, or told before and
 * otherwise. A number of the broker that comes again with another figure is a corrected re-issue: the fact keeps its
 * identity, both rows stay, and the editions of their files decide which holds.
 * Rows are kept with what the file's own instrument list tells of their instruments; it has no part in the identity.
 */
final class Bookings {

    private Bookings() {}

    static Answer of(RecordStatement statement, InstrumentList instruments, AccountState state) {
        List<Told> facts = FactsOfFile.of(statement.account(), RowUse.select(RowUse.BOOKS, statement.rows())).stream()
                .map(told -> told.completedBy(instruments).toldAlsoOn(statement.parts()))
                .toList();
        List<AccountEvent> events = new ArrayList<>();
        for (List<Told> chunk : Chunks.of(facts, TransactionsBooked.MAX_ENTRIES)) {
            events.add(booked(statement, chunk, state));
        }
        int known = facts.stream()
                .filter(told -> state.hasBooked(told.fact()))
                .mapToInt(Told::rows)
                .sum();
        return new Answer(events, known);
    }

    private static TransactionsBooked booked(RecordStatement statement, List<Told> facts, AccountState state) {
        List<Booked> booked = new ArrayList<>();
        List<Retold> retold = new ArrayList<>();
        List<Booked> restated = new ArrayList<>();
        for (Told told : facts) {
            switch (state.memoryOf(told.fact(), told.row())) {
                case NONE -> booked.add(new Booked(told.fact(), told.lines(), told.row()));
                case SAME -> retold.add(new Retold(told.fact(), told.lines()));
                case OTHER -> restated.add(new Booked(told.fact(), told.lines(), told.row()));
            }
        }
        return new TransactionsBooked(
                statement.account(),
                statement.file(),
                statement.edition(),
                booked,
                retold,
                restated,
                statement.period());
    }
}
