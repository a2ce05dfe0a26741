package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.CostShared;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
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
import io.dividendsomatic.portfolio.instruments.InstrumentTables;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts, their snapshots in all versions, who told them, and all rates. */
@Component
public class HoldingsReadModel implements ReadModel {
    public static final String NAME = "holdings";

    private final JdbcClient jdbc;
    private final BulkInsert insert;
    private final InstrumentTables instruments;

    HoldingsReadModel(JdbcClient jdbc, DataSource dataSource, InstrumentTables instruments) {
        this.jdbc = jdbc;
        this.insert = BulkInsert.into(dataSource);
        this.instruments = instruments;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> eventTypes() {
        return Set.of(
                AccountOpened.class,
                BaseCurrencyStated.class,
                RatesStated.class,
                ReferenceRatesTold.class,
                ReferencePricesTold.class,
                ReferencesReplaced.class,
                SnapshotTaken.class,
                SnapshotConfirmed.class,
                SnapshotCorrected.class,
                InstrumentsDescribed.class,
                TransactionsBooked.class,
                FiguresPrinted.class,
                InstrumentIdentified.class,
                InstrumentMerged.class,
                CostShared.class,
                IdentityDecisionWithdrawn.class,
                StatementRecorded.class,
                StatementRetracted.class,
                StatementRestored.class,
                ReferencesRetracted.class,
                ReferencesRestored.class);
    }

    @Override
    public Object handlersFor(int generation) {
        return new HoldingsProjection(generation, insert, instruments, jdbc);
    }

    @Override
    public List<String> comparedTables() {
        return Stream.of(
                        Arrays.stream(HoldingsTable.values()).map(HoldingsTable::tableName),
                        Stream.of("holdings_withdrawal"),
                        InstrumentTables.TABLES.stream())
                .flatMap(tables -> tables)
                .toList();
    }

    /** Positions are counted by what was told: a scan of the largest table would hold up every look at the state. */
    @Override
    public long rows(int generation) {
        long rows = instruments.rows(generation)
                + number("SELECT COUNT(*) FROM holdings_withdrawal WHERE generation = :generation", generation);
        for (HoldingsTable table : HoldingsTable.values()) {
            rows += table == HoldingsTable.POSITION
                    ? number(
                            "SELECT COALESCE(SUM(snapshot.positions), 0) FROM holdings_telling telling"
                                    + " JOIN holdings_snapshot snapshot ON snapshot.generation = telling.generation"
                                    + " AND snapshot.account = telling.account AND snapshot.as_of = telling.as_of"
                                    + " AND snapshot.version = telling.version WHERE telling.generation = :generation",
                            generation)
                    : number(
                            "SELECT COUNT(*) FROM " + table.tableName() + " WHERE generation = :generation",
                            generation);
        }
        return rows;
    }

    private long number(String select, int generation) {
        return jdbc.sql(select)
                .param("generation", generation)
                .query(Long.class)
                .single();
    }

    @Override
    public void drop(int generation) {
        instruments.drop(generation);
        jdbc.sql("DELETE FROM holdings_withdrawal WHERE generation = :generation")
                .param("generation", generation)
                .update();
        for (HoldingsTable table : HoldingsTable.values()) {
            jdbc.sql("DELETE FROM " + table.tableName() + " WHERE generation = :generation")
                    .param("generation", generation)
                    .update();
        }
    }
}
