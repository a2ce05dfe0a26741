package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.projection.ManyRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads derived days from the tables, inside a transaction. An account may have a row for every one of its trades, so of
 * those no more is kept than the answer needs.
 */
@Component
class PositionTables {
    private final JdbcClient jdbc;

    PositionTables(DataSource dataSource) {
        this.jdbc = ManyRows.of(dataSource);
    }

    /** At or before {@code asOf}. */
    Optional<DerivedDay> newest(int generation, AccountId account, LocalDate asOf) {
        return jdbc.sql("SELECT * FROM transactions_derived_day WHERE generation = ? AND account = ? AND row_key <= ?"
                        + " ORDER BY generation DESC, account DESC, row_key DESC LIMIT 1")
                .params(generation, account.toString(), asOf.toString())
                .query((row, number) -> DerivedDayTable.day(row))
                .optional();
    }

    /** In order. */
    List<DerivedDay> days(int generation, AccountId account, LocalDate asOf) {
        return jdbc.sql("SELECT * FROM transactions_derived_day WHERE generation = ? AND account = ? AND row_key <= ?"
                        + " ORDER BY row_key")
                .params(generation, account.toString(), asOf.toString())
                .query((row, number) -> DerivedDayTable.day(row))
                .list();
    }

    /** The first and the last day of which anything is booked. */
    Optional<Period> booked(int generation, AccountId account, LocalDate asOf) {
        String end = "(SELECT booked_on FROM transactions_booking WHERE generation = :generation AND account = :account"
                + " AND booked_on <= :asOf ORDER BY generation %1$s, account %1$s, booked_on %1$s LIMIT 1)";
        return jdbc.sql("SELECT " + end.formatted("ASC") + " AS first_day, " + end.formatted("DESC") + " AS last_day")
                .param("generation", generation)
                .param("account", account.toString())
                .param("asOf", asOf)
                .query((row, number) -> {
                    LocalDate first = row.getObject("first_day", LocalDate.class);
                    return first == null
                            ? Optional.<Period>empty()
                            : Optional.of(new Period(first, row.getObject("last_day", LocalDate.class)));
                })
                .single();
    }

    /** As they were on that day; those that were sold have no units. */
    List<PositionLine> on(int generation, AccountId account, LocalDate day) {
        return jdbc.sql("SELECT * FROM transactions_position_day"
                        + " WHERE generation = ? AND account = ? AND until_day > ? AND held_on <= ? ORDER BY row_key")
                .params(generation, account.toString(), day, day)
                .query((row, number) -> PositionDayTable.line(row))
                .list();
    }

    /** Behind those of these positions that are held. */
    Map<String, SortedSet<SourceRef>> sources(int generation, AccountId account, List<PositionLine> on, LocalDate day) {
        HeldSources sources = new HeldSources(on);
        Map<String, FileId> files = new HashMap<>();
        sources.first()
                .ifPresent(first -> jdbc.sql("SELECT position, held_on, sources FROM transactions_position_day"
                                + " WHERE generation = ? AND account = ? AND held_on BETWEEN ? AND ?")
                        .params(generation, account.toString(), first, day)
                        .query(row -> {
                            String position = row.getString("position");
                            if (sources.want(position, row.getObject("held_on", LocalDate.class))) {
                                sources.add(
                                        position,
                                        PackedSources.unpack(
                                                row.getString("sources"),
                                                text -> files.computeIfAbsent(text, FileId::new)));
                            }
                        }));
        return sources.all();
    }

    /** Of all days, in their order. */
    List<PositionChange> changes(int generation, AccountId account) {
        PositionDayTable.Changes reader = new PositionDayTable.Changes();
        List<PositionChange> changes = new ArrayList<>();
        jdbc.sql(
                        "SELECT position, currency, instrument, held_on, quantity, cost, missing FROM transactions_position_day"
                                + " WHERE generation = ? AND account = ? ORDER BY held_on, row_key")
                .params(generation, account.toString())
                .query(row -> {
                    changes.add(reader.change(row));
                });
        return changes;
    }
}
