package io.dividendsomatic.portfolio.transactions.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
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
final class TransactionsProjection {
    private final int generation;
    private final BulkInsert insert;
    private final JdbcClient jdbc;
    private final String resource;
    private final String withdrawalResource;

    TransactionsProjection(int generation, BulkInsert insert, JdbcClient jdbc) {
        this.generation = generation;
        this.insert = insert;
        this.jdbc = jdbc;
        this.resource = "transactions-" + generation;
        this.withdrawalResource = "transactions-withdrawals-" + generation;
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
        rows().figures(event, number, recordedAt);
    }

    @EventHandler
    void on(StatementRecorded event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().file(event, number, recordedAt);
    }

    @EventHandler
    void on(StatementRetracted event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().told(event, number, recordedAt);
        withdrawals().on(event, number, recordedAt);
    }

    @EventHandler
    void on(StatementRestored event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        rows().told(event, number, recordedAt);
        withdrawals().on(event, number, recordedAt);
    }

    private WithdrawalRows withdrawals() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(withdrawalResource, first -> {
            WithdrawalRows rows = new WithdrawalRows(TransactionsReadModel.NAME, generation);
            work.onPrepareCommit(committing -> rows.flush(jdbc));
            return rows;
        });
    }

    private TransactionsRows rows() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        return work.getOrComputeResource(resource, first -> {
            TransactionsRows rows = new TransactionsRows(generation);
            work.onPrepareCommit(committing -> rows.flush(insert));
            return rows;
        });
    }
}
