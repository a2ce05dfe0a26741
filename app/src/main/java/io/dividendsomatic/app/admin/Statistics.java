package io.dividendsomatic.app.admin;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL knows of its tables when it plans a query. Of a generation that was filled a moment ago it knows
 * nothing, takes it for a row or two, and then looks through all of one generation for each row of the other. H2 renews
 * its own while rows are written.
 */
@Component
class Statistics {
    private final JdbcTemplate jdbc;

    Statistics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Not in a transaction that only reads. */
    void renew(List<String> tables) {
        if (Boolean.TRUE.equals(
                jdbc.execute((ConnectionCallback<Boolean>) connection -> isPostgres(connection.getMetaData())))) {
            tables.forEach(table -> jdbc.execute("ANALYZE " + table));
        }
    }

    private static boolean isPostgres(DatabaseMetaData database) throws SQLException {
        return DatabaseDriver.fromProductName(database.getDatabaseProductName()) == DatabaseDriver.POSTGRESQL;
    }
}
