package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which events there were, by which accounts become stale. The rows of a transaction are inserted at its end,
 * together with the processor's place in the stream.
 */
final class ReportingProjection {
    private final int generation;
    private final BulkInsert insert;
    private final String resource;

    ReportingProjection(int generation, BulkInsert insert) {
        this.generation = generation;
        this.insert = insert;
        this.resource = "reporting-" + generation;
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        seen(event.account().toString(), number, recordedAt);
    }

    @EventHandler
    void on(IdentityEvent event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        seen(ReportingReadModel.NO_ACCOUNT, number, recordedAt);
    }

    private void seen(String account, long number, Instant recordedAt) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<@Nullable Object[]> rows = work.getOrComputeResource(resource, first -> {
            List<@Nullable Object[]> gathered = new ArrayList<>();
            work.onPrepareCommit(committing -> insert.insert(ReportingTable.EVENT, gathered));
            return gathered;
        });
        rows.add(new @Nullable Object[] {generation, account, number, recordedAt});
    }
}
