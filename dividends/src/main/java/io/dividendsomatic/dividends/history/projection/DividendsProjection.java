package io.dividendsomatic.dividends.history.projection;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
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
final class DividendsProjection {
    private final int generation;
    private final BulkInsert insert;
    private final String resource;

    DividendsProjection(int generation, BulkInsert insert) {
        this.generation = generation;
        this.insert = insert;
        this.resource = "dividends-" + generation;
    }

    @EventHandler
    void on(AccountOpened event, @Timestamp Instant recordedAt) {
        rows().account(event, recordedAt);
    }

    @EventHandler
    void on(TransactionsBooked event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().tellings(event, number, recordedAt);
    }

    @EventHandler
    void on(FiguresPrinted event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().accruals(event, number, recordedAt);
    }

    @EventHandler
    void on(ForecastMade event, @Timestamp Instant recordedAt) {
        rows().forecast(event, recordedAt);
    }

    private DividendsRows rows() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(resource, first -> {
            DividendsRows rows = new DividendsRows(generation);
            work.onPrepareCommit(committing -> rows.flush(insert));
            return rows;
        });
    }
}
