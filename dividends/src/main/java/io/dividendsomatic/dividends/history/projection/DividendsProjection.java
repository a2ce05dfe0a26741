package io.dividendsomatic.dividends.history.projection;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
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
 * Gathers the rows of the events of a transaction and inserts them at its end at the latest, together with the
 * processor's place in the stream. It keeps nothing between transactions.
 */
final class DividendsProjection {
    private final int generation;
    private final BulkInsert insert;
    private final JdbcClient jdbc;
    private final String resource;
    private final String withdrawalResource;

    DividendsProjection(int generation, BulkInsert insert, JdbcClient jdbc) {
        this.generation = generation;
        this.insert = insert;
        this.jdbc = jdbc;
        this.resource = "dividends-" + generation;
        this.withdrawalResource = "dividends-withdrawals-" + generation;
    }

    @EventHandler
    void on(AccountOpened event, @Timestamp Instant recordedAt) {
        rows().account(event, recordedAt);
    }

    @EventHandler
    void on(TransactionsBooked event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        DividendsRows rows = rows();
        rows.tellings(event, number, recordedAt);
        rows.flushWhenMany(insert);
    }

    @EventHandler
    void on(FiguresPrinted event, @SequenceNumber long number, @Timestamp Instant recordedAt) {
        DividendsRows rows = rows();
        rows.accruals(event, number, recordedAt);
        rows.flushWhenMany(insert);
    }

    @EventHandler
    void on(ForecastMade event, @Timestamp Instant recordedAt) {
        rows().forecast(event, recordedAt);
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
            WithdrawalRows rows = new WithdrawalRows(DividendsReadModel.NAME, generation);
            work.onPrepareCommit(committing -> rows.flush(jdbc));
            return rows;
        });
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
