package io.dividendsomatic.portfolio.transactions.projection;

import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every telling of every booking, and the figures that brokers print to check them by. */
@Component
public class TransactionsReadModel implements ReadModel {
    public static final String NAME = "transactions";

    private final JdbcClient jdbc;
    private final BulkInsert insert;

    TransactionsReadModel(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.insert = BulkInsert.into(dataSource);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> eventTypes() {
        return Set.of(TransactionsBooked.class, FiguresPrinted.class);
    }

    @Override
    public Object handlersFor(int generation) {
        return new TransactionsProjection(generation, insert);
    }

    @Override
    public long rows(int generation) {
        long rows = 0;
        for (TransactionsTable table : TransactionsTable.values()) {
            rows += jdbc.sql("SELECT COUNT(*) FROM " + table.tableName() + " WHERE generation = :generation")
                    .param("generation", generation)
                    .query(Long.class)
                    .single();
        }
        return rows;
    }

    @Override
    public void drop(int generation) {
        for (TransactionsTable table : TransactionsTable.values()) {
            jdbc.sql("DELETE FROM " + table.tableName() + " WHERE generation = :generation")
                    .param("generation", generation)
                    .update();
        }
    }
}
