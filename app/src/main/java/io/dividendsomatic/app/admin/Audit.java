package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.account.ContentHash;
import io.dividendsomatic.portfolio.account.Replay;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Holds the stored snapshots against a fresh fold of the account's own events. */
@Component
public class Audit {
    private final EventStore store;
    private final Snapshots snapshots;

    Audit(EventStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /**
     * What the events say, and whether the read model says the same.
     *
     * @param found nothing when no day at or before was known
     */
    public record Finding(Optional<Replay.Found> found, boolean matchesSnapshot, int events) {}

    /** Takes the newest day at or before {@code asOf} as it was known then. */
    public Finding replay(AccountId account, LocalDate asOf, Instant knownAt) {
        Replay replay = new Replay(asOf, knownAt);
        try (Stream<? extends DomainEventMessage<?>> events =
                store.readEvents(account.toString()).asStream()) {
            events.forEach(event -> replay.on((AccountEvent) event.getPayload(), event.getTimestamp()));
        }
        Optional<AccountSnapshot> stored = snapshots.newest(account, asOf, knownAt);
        return new Finding(replay.found(), agree(replay.found(), stored), replay.events());
    }

    private static boolean agree(Optional<Replay.Found> replayed, Optional<AccountSnapshot> stored) {
        if (replayed.isEmpty() || stored.isEmpty()) {
            return replayed.isEmpty() && stored.isEmpty();
        }
        Replay.Found found = replayed.get();
        AccountSnapshot snapshot = stored.get();
        return found.day().equals(snapshot.asOf())
                && found.version() == snapshot.version()
                && found.stateHash().equals(contentOf(snapshot));
    }

    private static ContentHash contentOf(AccountSnapshot snapshot) {
        return ContentHash.of(snapshot.positions().stream()
                .map(held -> new Position(
                        held.instrument(),
                        held.currency(),
                        held.quantity(),
                        held.markPrice(),
                        held.marketValue(),
                        held.costBasis(),
                        held.unrealizedPnl(),
                        held.fxRateToBase(),
                        List.of()))
                .toList());
    }
}
