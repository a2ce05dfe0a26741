package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
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
    void on(SnapshotTaken event, @Timestamp Instant recordedAt) {
        rows().snapshot(event.account(), event.asOf(), 1, event.origin(), event.positions(), recordedAt);
        rows().telling(
                        event.account(),
                        event.asOf(),
                        1,
                        event.file(),
                        event.edition(),
                        linesOf(event.positions()),
                        recordedAt);
    }

    @EventHandler
    void on(SnapshotCorrected event, @Timestamp Instant recordedAt) {
        rows().snapshot(event.account(), event.asOf(), event.version(), event.origin(), event.positions(), recordedAt);
        rows().telling(
                        event.account(),
                        event.asOf(),
                        event.version(),
                        event.file(),
                        event.edition(),
                        linesOf(event.positions()),
                        recordedAt);
    }

    @EventHandler
    void on(SnapshotConfirmed event, @Timestamp Instant recordedAt) {
        rows().telling(
                        event.account(),
                        event.asOf(),
                        event.version(),
                        event.file(),
                        event.edition(),
                        event.lines(),
                        recordedAt);
    }

    private static List<List<Integer>> linesOf(List<Position> positions) {
        return positions.stream().map(Position::lines).toList();
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
