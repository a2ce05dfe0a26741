package io.dividendsomatic.dividends.history.projection;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.dividends.history.settling.PaymentSettling;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every telling of a dividend, its tax, a corporate action and an accrual, the payments that follow from them, and the
 * forecasts that were made.
 */
@Component
public class DividendsReadModel implements ReadModel {
    public static final String NAME = "dividends";

    /** The second tells the days that the file of an event covers, without which nothing is restated. */
    private static final int REVISION = 2;

    private final JdbcClient jdbc;
    private final BulkInsert insert;
    private final PaymentSettling settling;

    DividendsReadModel(JdbcClient jdbc, DataSource dataSource, PaymentSettling settling) {
        this.jdbc = jdbc;
        this.settling = settling;
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
                StatementRetracted.class,
                StatementRestored.class,
                ForecastMade.class);
    }

    @Override
    public Object handlersFor(int generation) {
        return new DividendsProjection(generation, insert, jdbc);
    }

    @Override
    public void settle(int generation) {
        settling.settle(generation);
    }

    @Override
    public List<String> comparedTables() {
        return Stream.of(
                        Arrays.stream(DividendsTable.values()).map(DividendsTable::tableName),
                        Stream.of("dividends_withdrawal"),
                        PaymentSettling.SETTLED.stream())
                .flatMap(tables -> tables)
                .toList();
    }

    /** By what the events and the second step say of themselves: a scan of the tables would hold up every look. */
    @Override
    public long rows(int generation) {
        long told = jdbc.sql("SELECT COUNT(*) + COALESCE(SUM(tellings + accruals), 0) FROM dividends_event"
                        + " WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
        long accounts = jdbc.sql("SELECT COUNT(*) FROM dividends_account WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
        long forecasts = jdbc.sql("SELECT COUNT(*) FROM dividends_forecast WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
        long withdrawals = jdbc.sql("SELECT COUNT(*) FROM dividends_withdrawal WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
        return told + accounts + forecasts + withdrawals + settling.rows(generation);
    }

    @Override
    public void drop(int generation) {
        settling.drop(generation);
        jdbc.sql("DELETE FROM dividends_withdrawal WHERE generation = ?")
                .param(generation)
                .update();
        for (DividendsTable table : DividendsTable.values()) {
            jdbc.sql("DELETE FROM " + table.tableName() + " WHERE generation = ?")
                    .param(generation)
                    .update();
        }
    }
}
