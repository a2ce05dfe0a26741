package io.dividendsomatic.portfolio.projection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads results of any length: handed over row by row, so many of them are in memory at once. Without this PostgreSQL's
 * driver fetches all of them first; outside of a transaction it does so all the same.
 */
public final class ManyRows {
    private static final int ROWS_A_FETCH = 1_000;

    private ManyRows() {}

    public static JdbcClient of(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_A_FETCH);
        return JdbcClient.create(template);
    }
}
