package io.dividendsomatic.portfolio.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batches of prepared statements, for any database. */
final class BatchInsert implements BulkInsert {
    /** More rows in a batch gain nothing measurable and cost memory. */
    private static final int ROWS_A_BATCH = 1_000;

    private final JdbcTemplate jdbc;

    BatchInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Table table, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(table.insertStatement(), rows, ROWS_A_BATCH, BatchInsert::bind);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
