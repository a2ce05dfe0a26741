package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.account.Standing;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What the files of one account that count call their instruments: the same sightings as if no other file had ever told
 * anything. A booking that is retold by a file that counts stands for one whose first teller does not.
 */
final class StandingSightings {
    private final Sightings sightings = new Sightings();
    private final Map<FactId, StatementRow> rows = new HashMap<>();
    private final Map<FactId, Set<StatementRow>> seen = new HashMap<>();

    private StandingSightings() {}

    static Sightings of(EventStore store, AccountId account, long lastNumber) {
        Standing standing = new Standing();
        read(
                store,
                account,
                lastNumber,
                event -> standing.on((AccountEvent) event.getPayload(), event.getSequenceNumber()));
        StandingSightings fold = new StandingSightings();
        read(store, account, lastNumber, event -> fold.on(event, standing));
        return fold.sightings;
    }

    private static void read(
            EventStore store, AccountId account, long lastNumber, Consumer<DomainEventMessage<?>> each) {
        try (Stream<? extends DomainEventMessage<?>> events =
                store.readEvents(account.toString()).asStream()) {
            events.takeWhile(event -> event.getSequenceNumber() <= lastNumber).forEach(each);
        }
    }

    private void on(DomainEventMessage<?> message, Standing standing) {
        AccountEvent event = (AccountEvent) message.getPayload();
        if (event instanceof TransactionsBooked told) {
            told.booked().forEach(booked -> rows.put(booked.fact(), booked.row()));
        }
        if (!standing.counts(event, message.getSequenceNumber())) {
            return;
        }
        switch (event) {
            case InstrumentsDescribed described -> sightings.see(described, message.getTimestamp());
            case SnapshotTold told -> sightings.see(told, message.getTimestamp());
            case FiguresPrinted printed -> sightings.see(printed, message.getTimestamp());
            case TransactionsBooked told -> sightings.see(unseen(told), message.getTimestamp());
            default -> {} // names no instrument
        }
    }

    /** The rows that no file before it had told in these words. */
    private TransactionsBooked unseen(TransactionsBooked told) {
        List<Booked> booked = new ArrayList<>();
        told.booked().forEach(each -> add(each, booked));
        for (Retold retold : told.retold()) {
            StatementRow row = Objects.requireNonNull(rows.get(retold.fact()));
            if (!seen.getOrDefault(retold.fact(), Set.of()).contains(row)) {
                add(new Booked(retold.fact(), retold.lines(), row), booked);
            }
        }
        told.restated().forEach(each -> add(each, booked));
        return new TransactionsBooked(told.account(), told.file(), told.edition(), booked, List.of(), List.of());
    }

    private void add(Booked each, List<Booked> booked) {
        seen.computeIfAbsent(each.fact(), first -> new HashSet<>(2)).add(each.row());
        booked.add(each);
    }
}
