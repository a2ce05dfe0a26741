package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.events.CostShared;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the events of one transaction say of instruments. The rows that follow are the same whatever the transactions. */
public final class InstrumentRows {
    private final List<Consumer<InstrumentTables>> earlier = new ArrayList<>();
    private Sightings sightings = new Sightings();
    private final List<@Nullable Object[]> actions = new ArrayList<>();
    private final List<RetoldAction> retold = new ArrayList<>();
    private final List<@Nullable Object[]> decisions = new ArrayList<>();
    private final List<@Nullable Object[]> withdrawals = new ArrayList<>();
    private final int generation;

    public InstrumentRows(int generation) {
        this.generation = generation;
    }

    public void described(InstrumentsDescribed event, Instant recordedAt) {
        sightings.see(event, recordedAt);
    }

    public void snapshot(SnapshotTold event, Instant recordedAt) {
        sightings.see(event, recordedAt);
    }

    public void printed(FiguresPrinted event, Instant recordedAt) {
        sightings.see(event, recordedAt);
    }

    public void booked(TransactionsBooked event, long number, Instant recordedAt) {
        sightings.see(event, recordedAt);
        event.booked().forEach(booked -> action(event, number, "BOOKED", booked, recordedAt));
        event.restated().forEach(booked -> action(event, number, "RESTATED", booked, recordedAt));
        event.retold()
                .forEach(told -> retold.add(new RetoldAction(
                        event.account(),
                        told.fact(),
                        event.edition(),
                        new SourceRef(event.file(), told.lines().getFirst()),
                        number,
                        recordedAt)));
    }

    /**
     * What a file tells was withdrawn or restored with the event of that number: what the account's files call their
     * instruments is folded again from all of its events up to there.
     */
    public void foldAgain(AccountId account, long number, Instant recordedAt) {
        Sightings before = sightings;
        sightings = new Sightings();
        earlier.add(tables -> {
            tables.merge(generation, before.all());
            tables.foldAgain(generation, account, number, recordedAt);
        });
    }

    private void action(TransactionsBooked event, long number, String told, Booked booked, Instant recordedAt) {
        if (booked.row() instanceof CorporateAction action) {
            action(event, number, told, booked, action, recordedAt);
        }
    }

    private void action(
            TransactionsBooked event,
            long number,
            String told,
            Booked booked,
            CorporateAction action,
            Instant recordedAt) {
        Instrument instrument = action.instrument();
        Instrument other = action.other();
        Quantity quantity = action.quantity();
        actions.add(row(
                generation,
                event.account().toString(),
                booked.fact().value(),
                event.edition().statedAt(),
                event.edition().precedence(),
                event.file().sha256(),
                booked.lines().getFirst(),
                action.date(),
                action.action().name(),
                action.brokerType(),
                quantity == null ? null : quantity.value(),
                instrument.symbol(),
                isin(instrument),
                instrument.name(),
                instrument.conid(),
                other == null ? null : other.symbol(),
                other == null ? null : isin(other),
                other == null ? null : other.name(),
                other == null ? null : other.conid(),
                action.cancelled(),
                action.description(),
                recordedAt,
                number,
                told));
    }

    public void decided(IdentityEvent event, Instant recordedAt) {
        switch (event) {
            case InstrumentIdentified e ->
                decisions.add(row(
                        generation,
                        e.decision(),
                        e.alias().kind().name(),
                        e.alias().value(),
                        e.alias().broker() == null ? null : e.alias().broker().code(),
                        e.alias().exchange(),
                        e.validFrom(),
                        e.validTo(),
                        null,
                        e.isin().code(),
                        null,
                        null,
                        e.reason(),
                        file(e.source()),
                        line(e.source()),
                        recordedAt));
            case InstrumentMerged e ->
                decisions.add(row(
                        generation,
                        e.decision(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        e.from().code(),
                        e.into().code(),
                        null,
                        null,
                        e.reason(),
                        file(e.source()),
                        line(e.source()),
                        recordedAt));
            case CostShared e ->
                decisions.add(row(
                        generation,
                        e.decision(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        e.into().code(),
                        e.from().code(),
                        e.share(),
                        e.reason(),
                        file(e.source()),
                        line(e.source()),
                        recordedAt));
            case IdentityDecisionWithdrawn e -> withdrawals.add(row(recordedAt, e.reason(), generation, e.decision()));
        }
    }

    private static @Nullable String isin(Instrument instrument) {
        return instrument.isin() == null ? null : instrument.isin().code();
    }

    private static @Nullable String file(@Nullable SourceRef source) {
        return source == null ? null : source.fileId().sha256();
    }

    private static @Nullable Integer line(@Nullable SourceRef source) {
        return source == null ? null : source.line();
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    public void flush(InstrumentTables tables) {
        earlier.forEach(step -> step.accept(tables));
        tables.merge(generation, sightings.all());
        tables.insert(InstrumentTables.ACTION, actions);
        tables.retell(generation, retold);
        tables.insert(InstrumentTables.DECISION, decisions);
        tables.withdraw(withdrawals);
    }
}
