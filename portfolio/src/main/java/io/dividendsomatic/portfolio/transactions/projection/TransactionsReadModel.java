package io.dividendsomatic.portfolio.transactions.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ReadModel;
import io.dividendsomatic.portfolio.transactions.settling.Reconciliations;
import io.dividendsomatic.portfolio.transactions.settling.Settling;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every telling of every booking, the figures that brokers print to check them by, and what follows from all of them
 * together.
 */
@Component
public class TransactionsReadModel implements ReadModel {
    public static final String NAME = "transactions";

    /** 2: later reports open lots, too, and charges, twins and opening balances are found otherwise. */
    private static final int REVISION = 2;

    private final JdbcClient jdbc;
    private final BulkInsert insert;
    private final Settling settling;
    private final Reconciliations reconciliations;

    TransactionsReadModel(JdbcClient jdbc, DataSource dataSource, Settling settling, Reconciliations reconciliations) {
        this.jdbc = jdbc;
        this.settling = settling;
        this.reconciliations = reconciliations;
        this.insert = BulkInsert.into(dataSource);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return REVISION;
    }

    @Override
    public Set<Class<?>> eventTypes() {
        return Set.of(
                AccountOpened.class,
                TransactionsBooked.class,
                FiguresPrinted.class,
                StatementRecorded.class,
                StatementRetracted.class,
                StatementRestored.class);
    }

    @Override
    public Object handlersFor(int generation) {
        return new TransactionsProjection(generation, insert, jdbc);
    }

    @Override
    public void settle(int generation) {
        settling.settle(generation);
    }

    @Override
    public void settleAtRest(int generation) {
        settle(generation);
        reconciliations.bringUpToDate(generation);
    }

    @Override
    public List<String> comparedTables() {
        return Stream.of(
                        Arrays.stream(TransactionsTable.values()).map(TransactionsTable::tableName),
                        Stream.of("transactions_withdrawal"),
                        settling.tables().stream())
                .flatMap(tables -> tables)
                .toList();
    }

    /** By what the events and the second step say of themselves: a scan of the tables would hold up every look. */
    @Override
    public long rows(int generation) {
        long told = jdbc.sql("SELECT COUNT(*) + COALESCE(SUM(tellings + figures), 0) FROM transactions_event"
                        + " WHERE generation = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
        long accounts = jdbc.sql("SELECT COUNT(*) FROM transactions_account WHERE generation = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
        long files = jdbc.sql("SELECT COUNT(*) FROM transactions_file WHERE generation = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
        long withdrawals = jdbc.sql("SELECT COUNT(*) FROM transactions_withdrawal WHERE generation = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
        return told + accounts + files + withdrawals + settling.rows(generation);
    }

    @Override
    public void drop(int generation) {
        settling.drop(generation);
        jdbc.sql("DELETE FROM transactions_withdrawal WHERE generation = :generation")
                .param("generation", generation)
                .update();
        for (TransactionsTable table : TransactionsTable.values()) {
            jdbc.sql("DELETE FROM " + table.tableName() + " WHERE generation = :generation")
                    .param("generation", generation)
                    .update();
        }
    }
}
