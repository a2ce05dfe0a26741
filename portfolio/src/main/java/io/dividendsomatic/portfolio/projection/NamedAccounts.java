package io.dividendsomatic.portfolio.projection;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounts of a read model of two steps: the tables {@code <name>_account} and {@code <name>_event} say what was told,
 * {@code <name>_settled} how far the second step has taken it in.
 *
 * @param name the read model's
 */
public record NamedAccounts(JdbcClient jdbc, String name) {
    /** In place of the number of an event where there is none. */
    public static final long NONE = -1;

    /**
     * Of every account how far it is, in the order of their names.
     *
     * @param settled columns of {@code <name>_settled} beside {@code number}, which stands as {@code settled}; the number
     *     of the account's newest event stands as {@code newest}
     */
    public <P> List<P> progress(int generation, String settled, RowMapper<P> mapper, Comparator<P> byAccount) {
        String columns = settled.isEmpty() ? "" : ", s." + settled.replace(", ", ", s.");
        return jdbc
                .sql("SELECT a.account, s.number AS settled" + columns + ", (SELECT e.number FROM " + name + "_event e"
                        + " WHERE e.generation = a.generation AND e.account = a.account"
                        + " ORDER BY e.generation DESC, e.account DESC, e.number DESC LIMIT 1) AS newest"
                        + " FROM " + name + "_account a LEFT JOIN " + name + "_settled s"
                        + " ON s.generation = a.generation AND s.account = a.account WHERE a.generation = ?")
                .param(generation)
                .query(mapper)
                .list()
                .stream()
                .sorted(byAccount)
                .toList();
    }

    /** The number in that column. */
    public static long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? NONE : number;
    }

    /** The instant in that column; the beginning of 1970 where there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    /** Those that had been named by then, in the order of their names. */
    public List<AccountId> until(int generation, Instant knownAt) {
        return jdbc
                .sql("SELECT account FROM " + name + "_account WHERE generation = ? AND recorded_at <= ?")
                .params(generation, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** When the latest event of the account up to that number was recorded; clocks may go backwards. */
    public Instant recordedAt(int generation, AccountId account, long lastNumber) {
        return jdbc.sql("SELECT MAX(recorded_at) FROM " + name + "_event"
                        + " WHERE generation = ? AND account = ? AND number <= ?")
                .params(generation, account.toString(), lastNumber)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
