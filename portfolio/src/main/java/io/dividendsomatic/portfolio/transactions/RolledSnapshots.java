package io.dividendsomatic.portfolio.transactions;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel.NAME;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.DerivedSnapshots;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.settling.PositionHistory;
import io.dividendsomatic.portfolio.transactions.settling.PositionHistory.Held;
import io.dividendsomatic.portfolio.transactions.settling.PositionLine;
import io.dividendsomatic.portfolio.transactions.settling.ReplayedAccounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Snapshots of days of which the broker reports nothing. They tell units and cost; a price of an older day would not be
 * that of theirs, so they tell none.
 */
@Component
public class RolledSnapshots implements DerivedSnapshots {
    /** ISO 4217's code of no currency: no file tells in which one the position stands. */
    private static final CurrencyCode NOT_TOLD = new CurrencyCode("XXX");

    /** Only the newest is kept; what was known earlier is folded again. */
    private static final int VERSION = 1;

    private final PositionHistory history;
    private final Generations generations;

    RolledSnapshots(PositionHistory history, Generations generations) {
        this.history = history;
        this.generations = generations;
    }

    @Override
    public void settle(List<AccountId> accounts) {
        history.settle(generations.active(NAME), accounts);
    }

    @Override
    public Optional<AccountSnapshot> newest(
            AccountId account, @Nullable AccountSnapshot reported, LocalDate asOf, Instant knownAt) {
        return history.newest(
                        generations.active(NAME), account, reported == null ? null : reported.asOf(), asOf, knownAt)
                .map(held -> snapshot(account, reported, held, knownAt));
    }

    /** The same, folded from events alone. */
    public Optional<AccountSnapshot> replayed(
            ReplayedAccounts accounts,
            AccountId account,
            @Nullable AccountSnapshot reported,
            LocalDate asOf,
            Instant knownAt) {
        return history.replayed(accounts, account, reported == null ? null : reported.asOf(), asOf, knownAt)
                .map(held -> snapshot(account, reported, held, knownAt));
    }

    private AccountSnapshot snapshot(
            AccountId account, @Nullable AccountSnapshot reported, Held held, Instant knownAt) {
        List<HeldPosition> before = reported == null ? List.of() : named(reported, history.naming(account, knownAt));
        return new AccountSnapshot(
                account,
                held.day().date(),
                VERSION,
                Origin.DERIVED,
                held.day().recordedAt(),
                null,
                null,
                positions(before, held, history.identify(account, knownAt)));
    }

    private static List<HeldPosition> named(AccountSnapshot reported, Naming naming) {
        return reported.positions().stream()
                .map(position -> position.of(naming.on(reported.asOf(), position.instrument())))
                .toList();
    }

    private List<HeldPosition> positions(
            List<HeldPosition> reported, Held held, Function<Instrument, InstrumentKey> identify) {
        Map<PositionKey, PositionLine> changed = new TreeMap<>();
        held.changed().forEach(line -> changed.put(line.key(), line));
        Map<PositionKey, TreeSet<SourceRef>> reportedSources = new TreeMap<>();
        List<HeldPosition> positions = new ArrayList<>();
        for (HeldPosition position : reported) {
            PositionKey key = new PositionKey(identify.apply(position.instrument()), position.currency());
            if (changed.containsKey(key)) {
                reportedSources.computeIfAbsent(key, first -> new TreeSet<>()).addAll(position.sources());
            } else {
                positions.add(position(
                        position.instrument(),
                        position.currency(),
                        position.quantity(),
                        position.costBasis(),
                        position.costsApart(),
                        position.sources()));
            }
        }
        for (PositionLine line : changed.values()) {
            if (line.quantity().value().signum() != 0) {
                TreeSet<SourceRef> sources = new TreeSet<>(held.sourcesOf(line));
                if (line.fromReport()) {
                    sources.addAll(reportedSources.getOrDefault(line.key(), new TreeSet<>()));
                }
                CurrencyCode currency = line.key().currency();
                positions.add(position(
                        line.instrument(),
                        currency == null ? NOT_TOLD : currency,
                        line.quantity(),
                        line.cost(),
                        line.costsApart(),
                        sources));
            }
        }
        return positions;
    }

    private static HeldPosition position(
            Instrument instrument,
            CurrencyCode currency,
            Quantity quantity,
            @Nullable Amount cost,
            List<Money> costsApart,
            Collection<SourceRef> sources) {
        return new HeldPosition(
                instrument, currency, quantity, null, null, cost, null, null, costsApart, List.copyOf(sources));
    }

    @Override
    public Optional<Period> booked(AccountId account, LocalDate asOf, Instant knownAt) {
        return history.booked(generations.active(NAME), account, asOf, knownAt);
    }

    @Override
    public List<Day> days(AccountId account, LocalDate asOf, Instant knownAt) {
        return history.days(generations.active(NAME), account, asOf, knownAt).stream()
                .map(day -> new Day(day.date(), day.reportedOn(), day.recordedAt(), day.positions()))
                .toList();
    }
}
