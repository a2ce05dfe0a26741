package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.account.ContentHash;
import io.dividendsomatic.portfolio.account.Replay;
import io.dividendsomatic.portfolio.account.Standing;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.transactions.RolledSnapshots;
import io.dividendsomatic.portfolio.transactions.settling.ReplayedAccounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the stored snapshots against a fresh fold of the account's own events. */
@Component
public class Audit {
    private final EventStore store;
    private final HeldDays held;
    private final RolledSnapshots rolled;
    private final Accounts accounts;

    Audit(EventStore store, HeldDays held, RolledSnapshots rolled, Accounts accounts) {
        this.store = store;
        this.held = held;
        this.rolled = rolled;
        this.accounts = accounts;
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
        ReplayedAccounts ledgers = new ReplayedAccounts(knownAt);
        read(account, knownAt, (event, recordedAt, counts) -> {
            if (counts) {
                replay.on(event, recordedAt);
            }
            ledgers.on(event, recordedAt, counts);
        });
        if (ledgers.hasTransfers()) {
            accounts.known(knownAt).stream()
                    .filter(other -> !other.equals(account))
                    .forEach(other -> read(other, knownAt, ledgers::on));
        }
        @Nullable
        AccountSnapshot reported =
                replay.found().map(found -> reported(account, found)).orElse(null);
        Optional<Replay.Found> found = rolled.replayed(ledgers, account, reported, asOf, knownAt)
                .map(Audit::found)
                .or(replay::found);
        return new Finding(found, agree(found, held.newest(account, asOf, knownAt)), replay.events());
    }

    @FunctionalInterface
    private interface Fold {
        void on(AccountEvent event, Instant recordedAt, boolean counts);
    }

    /** Twice: what counts is known at the end, since files can be taken back. */
    private void read(AccountId account, Instant knownAt, Fold fold) {
        Standing standing = new Standing();
        read(account, event -> {
            if (!event.getTimestamp().isAfter(knownAt)) {
                standing.on((AccountEvent) event.getPayload(), event.getSequenceNumber());
            }
        });
        read(account, event -> {
            AccountEvent payload = (AccountEvent) event.getPayload();
            fold.on(payload, event.getTimestamp(), standing.counts(payload, event.getSequenceNumber()));
        });
    }

    private void read(AccountId account, Consumer<DomainEventMessage<?>> each) {
        try (Stream<? extends DomainEventMessage<?>> events =
                store.readEvents(account.toString()).asStream()) {
            events.forEach(each);
        }
    }

    private static AccountSnapshot reported(AccountId account, Replay.Found found) {
        return new AccountSnapshot(
                account,
                found.day(),
                found.version(),
                Origin.REPORTED,
                Instant.EPOCH,
                null,
                null,
                found.positions().stream()
                        .map(position -> new HeldPosition(
                                position.instrument(),
                                position.currency(),
                                position.quantity(),
                                position.markPrice(),
                                position.marketValue(),
                                position.costBasis(),
                                position.unrealizedPnl(),
                                position.fxRateToBase(),
                                List.of()))
                        .toList());
    }

    private static Replay.Found found(AccountSnapshot snapshot) {
        List<Position> positions = positions(snapshot);
        return new Replay.Found(snapshot.asOf(), snapshot.version(), positions, ContentHash.of(positions));
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
        return ContentHash.of(positions(snapshot));
    }

    private static List<Position> positions(AccountSnapshot snapshot) {
        return snapshot.positions().stream()
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
                .toList();
    }
}
