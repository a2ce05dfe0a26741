package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the rows of all events of a transaction and inserts them at its end, together with the processor's place in
 * the stream. It keeps nothing between transactions.
 */
final class HoldingsProjection {
    private final int generation;
    private final BulkInsert insert;
    private final String resource;

    HoldingsProjection(int generation, BulkInsert insert) {
        this.generation = generation;
        this.insert = insert;
        this.resource = "holdings-" + generation;
    }

    @EventHandler
    void on(AccountOpened event, @Timestamp Instant recordedAt) {
        rows().account(event, recordedAt);
    }

    @EventHandler
    void on(StatementRecorded event, @Timestamp Instant recordedAt) {
        rows().file(event, recordedAt);
    }

    @EventHandler
    void on(BaseCurrencyStated event, @Timestamp Instant recordedAt) {
        rows().baseCurrency(event, recordedAt);
    }

    @EventHandler
    void on(RatesStated event, @Timestamp Instant recordedAt) {
        rows().rates(event, recordedAt);
    }

    @EventHandler
    void on(ReferenceRatesTold event, @Timestamp Instant recordedAt) {
        rows().references(event, recordedAt);
    }

    @EventHandler
    void on(ReferencesReplaced event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().replaced(event, number, recordedAt);
    }

    @EventHandler
    void on(SnapshotTaken event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().snapshot(event, event.origin(), recordedAt);
        rows().telling(event, number, recordedAt);
    }

    @EventHandler
    void on(SnapshotCorrected event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().snapshot(event, event.origin(), recordedAt);
        rows().telling(event, number, recordedAt);
    }

    @EventHandler
    void on(SnapshotConfirmed event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().telling(event, number, recordedAt);
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
