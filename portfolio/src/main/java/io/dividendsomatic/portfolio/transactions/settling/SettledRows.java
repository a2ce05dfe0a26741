package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ManyRows;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of a settled table that differ from those that stand there, and deletes those that should not. */
@Component
public class SettledRows {
    /** More in a batch gains nothing measurable. */
    private static final int ROWS_A_BATCH = 1_000;

    /** So many are in memory at once, and go to the database together. */
    private static final int ROWS_A_WRITE = 5_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient many;
    private final BulkInsert insert;

    SettledRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.many = ManyRows.of(dataSource);
        this.insert = BulkInsert.into(dataSource);
    }

    /**
     * Takes the rows one after the other; those that are written are in memory a batch at a time.
     *
     * @return how many are wanted
     */
    public long write(int generation, AccountId account, SettledColumnsTable table, Stream<SettledRow> wanted) {
        return new Writing(generation, account, table).write(wanted, null);
    }

    /** Of the rows of that file, which are all that are wanted; the table has a column for it. */
    void write(int generation, AccountId account, SettledColumnsTable table, FileId file, Stream<SettledRow> wanted) {
        new Writing(generation, account, table).write(wanted, file);
    }

    /** The rows of one account and table while they are written. */
    private final class Writing {
        private final int generation;
        private final AccountId account;
        private final SettledColumnsTable table;
        private final Map<String, Long> standing = new HashMap<>();
        private final List<@Nullable Object[]> fresh = new ArrayList<>();
        private final List<String> replaced = new ArrayList<>();
        private long count;

        Writing(int generation, AccountId account, SettledColumnsTable table) {
            this.generation = generation;
            this.account = account;
            this.table = table;
        }

        long write(Stream<SettledRow> wanted, @Nullable FileId ofFile) {
            Condition where = new Condition().and("generation = ?", generation).and("account = ?", account.toString());
            if (ofFile != null) {
                where.and("file_id = ?", ofFile.sha256());
            }
            many.sql("SELECT row_key, row_hash FROM " + table.tableName() + where.sql())
                    .params(where.parameters())
                    .query(row -> {
                        standing.put(row.getString(1), row.getLong(2));
                    });
            wanted.forEach(this::take);
            replace();
            delete(standing.keySet());
            return count;
        }

        private void take(SettledRow row) {
            count++;
            Long hash = standing.remove(row.key());
            if (hash != null && hash == row.hash()) {
                return;
            }
            fresh.add(row.inTable(generation, account));
            if (hash != null) {
                replaced.add(row.key());
            }
            if (fresh.size() == ROWS_A_WRITE) {
                replace();
            }
        }

        private void replace() {
            delete(replaced);
            if (!fresh.isEmpty()) {
                insert.insert(table, fresh);
            }
            replaced.clear();
            fresh.clear();
        }

        private void delete(Collection<String> keys) {
            jdbc.batchUpdate(
                    "DELETE FROM " + table.tableName() + " WHERE generation = ? AND account = ? AND row_key = ?",
                    keys,
                    ROWS_A_BATCH,
                    (statement, key) -> {
                        statement.setInt(1, generation);
                        statement.setString(2, account.toString());
                        statement.setString(3, key);
                    });
        }
    }

    /** Of all tables, by what was settled: a count of the largest would hold up every look at the state. */
    long count(int generation) {
        Long count = jdbc.queryForObject(
                "SELECT COALESCE(SUM(settled_rows), 0) FROM transactions_settled WHERE generation = ?",
                Long.class,
                generation);
        return count == null ? 0 : count;
    }

    void drop(int generation) {
        SettledTables.TO_DROP.forEach(table -> drop(generation, table.tableName()));
        drop(generation, "transactions_settled");
        drop(generation, "transactions_reconciled");
        drop(generation, "transactions_reconciliation_count");
        drop(generation, "transactions_settling");
        drop(generation, "transactions_reconciling");
    }

    private void drop(int generation, String table) {
        jdbc.update("DELETE FROM " + table + " WHERE generation = ?", generation);
    }
}
