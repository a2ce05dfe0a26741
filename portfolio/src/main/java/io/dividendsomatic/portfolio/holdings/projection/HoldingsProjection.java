package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.ReferencePricesTold;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.instruments.InstrumentRows;
import io.dividendsomatic.portfolio.instruments.InstrumentTables;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.WithdrawalRows;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gathers the rows of all events of a transaction and inserts them at its end, together with the processor's place in
 * the stream. It keeps nothing between transactions.
 */
final class HoldingsProjection {
    private final int generation;
    private final BulkInsert insert;
    private final InstrumentTables instruments;
    private final JdbcClient jdbc;
    private final String resource;
    private final String instrumentResource;
    private final String withdrawalResource;

    HoldingsProjection(int generation, BulkInsert insert, InstrumentTables instruments, JdbcClient jdbc) {
        this.generation = generation;
        this.insert = insert;
        this.instruments = instruments;
        this.jdbc = jdbc;
        this.resource = "holdings-" + generation;
        this.instrumentResource = "instruments-" + generation;
        this.withdrawalResource = "holdings-withdrawals-" + generation;
    }

    @EventHandler
    void on(AccountOpened event, @Timestamp Instant recordedAt) {
        rows().account(event, recordedAt);
    }

    @EventHandler
    void on(StatementRecorded event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().file(event, number, recordedAt);
    }

    @EventHandler
    void on(BaseCurrencyStated event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().baseCurrency(event, number, recordedAt);
    }

    @EventHandler
    void on(RatesStated event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().rates(event, number, recordedAt);
    }

    @EventHandler
    void on(ReferenceRatesTold event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().references(event, number, recordedAt);
    }

    @EventHandler
    void on(ReferencePricesTold event, @Timestamp Instant recordedAt) {
        rows().prices(event, recordedAt);
    }

    @EventHandler
    void on(ReferencesReplaced event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().replaced(event, number, recordedAt);
    }

    @EventHandler
    void on(SnapshotTaken event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().snapshot(event, event.origin(), recordedAt);
        rows().telling(event, number, recordedAt);
        instruments().snapshot(event, recordedAt);
    }

    @EventHandler
    void on(SnapshotCorrected event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().snapshot(event, event.origin(), recordedAt);
        rows().telling(event, number, recordedAt);
        instruments().snapshot(event, recordedAt);
    }

    @EventHandler
    void on(SnapshotConfirmed event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().telling(event, number, recordedAt);
        instruments().snapshot(event, recordedAt);
    }

    @EventHandler
    void on(InstrumentsDescribed event, @Timestamp Instant recordedAt) {
        instruments().described(event, recordedAt);
    }

    @EventHandler
    void on(TransactionsBooked event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        instruments().booked(event, number, recordedAt);
    }

    @EventHandler
    void on(FiguresPrinted event, @Timestamp Instant recordedAt) {
        instruments().printed(event, recordedAt);
    }

    @EventHandler
    void on(IdentityEvent event, @Timestamp Instant recordedAt) {
        instruments().decided(event, recordedAt);
    }

    @EventHandler
    void on(StatementRetracted event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        withdrawals().on(event, number, recordedAt);
        instruments().foldAgain(event.account(), number, recordedAt);
    }

    @EventHandler
    void on(StatementRestored event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        withdrawals().on(event, number, recordedAt);
        instruments().foldAgain(event.account(), number, recordedAt);
    }

    @EventHandler
    void on(ReferencesRetracted event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        withdrawals().on(event, number, recordedAt);
    }

    @EventHandler
    void on(ReferencesRestored event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        withdrawals().on(event, number, recordedAt);
    }

    private WithdrawalRows withdrawals() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(withdrawalResource, first -> {
            WithdrawalRows rows = new WithdrawalRows(HoldingsReadModel.NAME, generation);
            work.onPrepareCommit(committing -> rows.flush(jdbc));
            return rows;
        });
    }

    private InstrumentRows instruments() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(instrumentResource, first -> {
            InstrumentRows rows = new InstrumentRows(generation);
            work.onPrepareCommit(committing -> rows.flush(instruments));
            return rows;
        });
    }

    private HoldingsRows rows() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(resource, first -> {
            HoldingsRows rows = new HoldingsRows(generation);
            work.onPrepareCommit(committing -> rows.flush(insert));
            return rows;
        });
    }
}
