package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the rows of a settled table that differ from those that stand there, and deletes those that should not. */
@Component
public class SettledRows {
    /** More in a batch gains nothing measurable. */
    private static final int ROWS_A_BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final BulkInsert insert;

    SettledRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.insert = BulkInsert.into(dataSource);
    }

    public void write(int generation, AccountId account, SettledColumnsTable table, List<SettledRow> wanted) {
        write(generation, account, table, wanted, standing(generation, account, table));
    }

    /** Of the rows of that file, which are all that are wanted; the table has a column for it. */
    void write(int generation, AccountId account, SettledColumnsTable table, FileId file, List<SettledRow> wanted) {
        Map<String, Long> standing = new HashMap<>();
        jdbc.query(
                "SELECT row_key, row_hash FROM " + table.tableName()
                        + " WHERE generation = ? AND account = ? AND file_id = ?",
                row -> {
                    standing.put(row.getString(1), row.getLong(2));
                },
                generation,
                account.toString(),
                file.sha256());
        write(generation, account, table, wanted, standing);
    }

    private void write(
            int generation,
            AccountId account,
            SettledColumnsTable table,
            List<SettledRow> wanted,
            Map<String, Long> standing) {
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (SettledRow row : wanted) {
            Long hash = standing.remove(row.key());
            if (hash != null && hash == row.hash()) {
                continue;
            }
            fresh.add(row.inTable(generation, account));
            if (hash != null) {
                gone.add(row.key());
            }
        }
        gone.addAll(standing.keySet());
        delete(generation, account, table, gone);
        if (!fresh.isEmpty()) {
            insert.insert(table, fresh);
        }
    }

    private Map<String, Long> standing(int generation, AccountId account, SettledColumnsTable table) {
        Map<String, Long> standing = new HashMap<>();
        jdbc.query(
                "SELECT row_key, row_hash FROM " + table.tableName() + " WHERE generation = ? AND account = ?",
                row -> {
                    standing.put(row.getString(1), row.getLong(2));
                },
                generation,
                account.toString());
        return standing;
    }

    private void delete(int generation, AccountId account, SettledColumnsTable table, List<String> keys) {
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
    }

    private void drop(int generation, String table) {
        jdbc.update("DELETE FROM " + table + " WHERE generation = ?", generation);
    }
}
