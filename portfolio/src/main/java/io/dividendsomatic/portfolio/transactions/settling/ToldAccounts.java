package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.OneMoment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which accounts something was told, how much, and how far the second step has taken it in. */
@Component
class ToldAccounts {
    private static final Instant UNSETTLED = Instant.EPOCH;

    private final JdbcClient jdbc;

    ToldAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every account, in the order of their names. */
    List<Progress> progress(int generation) {
        return OneMoment.once(List.of(Progress.class, generation), () -> progressNow(generation));
    }

    private List<Progress> progressNow(int generation) {
        return jdbc
                .sql(
                        "SELECT a.account, s.number AS settled, s.recorded_at, s.rules, s.reports, s.reports_at, s.holdings,"
                                + " (SELECT e.number FROM transactions_event e"
                                + " WHERE e.generation = a.generation AND e.account = a.account"
                                + " ORDER BY e.generation DESC, e.account DESC, e.number DESC LIMIT 1) AS newest"
                                + " FROM transactions_account a LEFT JOIN transactions_settled s"
                                + " ON s.generation = a.generation AND s.account = a.account WHERE a.generation = ?")
                .param(generation)
                .query((row, number) -> progress(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Progress::account))
                .toList();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long newest = row.getLong("newest");
        newest = row.wasNull() ? -1 : newest;
        long settled = row.getLong("settled");
        settled = row.wasNull() ? -1 : settled;
        long reports = row.getLong("reports");
        reports = row.wasNull() ? -1 : reports;
        return new Progress(
                AccountId.parse(row.getString("account")),
                newest,
                settled,
                optionalInstant(row, "recorded_at"),
                row.getString("rules"),
                reports,
                optionalInstant(row, "reports_at"),
                row.getInt("holdings"));
    }

    private static Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? UNSETTLED : at.toInstant();
    }

    /** The accounts that had been named by then, in the order of their names. */
    List<AccountId> accounts(int generation, Instant knownAt) {
        return jdbc
                .sql("SELECT account FROM transactions_account WHERE generation = ? AND recorded_at <= ?")
                .params(generation, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** The accounts that transfers may link with others. */
    NavigableSet<AccountId> withTransfers(int generation) {
        return OneMoment.once(List.of("with transfers", generation), () -> withTransfersNow(generation));
    }

    private NavigableSet<AccountId> withTransfersNow(int generation) {
        return jdbc
                .sql("SELECT DISTINCT account FROM transactions_event WHERE generation = ? AND transfers > 0")
                .param(generation)
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** When the latest event up to that number was recorded; clocks may go backwards. */
    Instant recordedAt(int generation, AccountId account, long lastNumber) {
        return jdbc.sql("SELECT MAX(recorded_at) FROM transactions_event"
                        + " WHERE generation = ? AND account = ? AND number <= ?")
                .params(generation, account.toString(), lastNumber)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
