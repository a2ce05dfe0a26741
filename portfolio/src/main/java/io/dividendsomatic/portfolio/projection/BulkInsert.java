package io.dividendsomatic.portfolio.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts many rows of a table in the current transaction, by the fastest way that the database has. */
public interface BulkInsert {

    /** Each row gives the table's columns in their order: text, integers, decimals, days, instants, or null. */
    void insert(Table table, List<@Nullable Object[]> rows);

    static BulkInsert into(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Boolean postgres = jdbc.execute((ConnectionCallback<Boolean>) BulkInsert::isPostgres);
        return Boolean.TRUE.equals(postgres) ? new CopyInsert(jdbc) : new BatchInsert(jdbc);
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }
}
