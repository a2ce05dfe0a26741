package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.NamedAccounts;
import io.dividendsomatic.portfolio.projection.OneMoment;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
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
    private final JdbcClient jdbc;
    private final NamedAccounts named;

    ToldAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedAccounts(jdbc, TransactionsReadModel.NAME);
    }

    /** Of every account, in the order of their names. */
    List<Progress> progress(int generation) {
        return OneMoment.once(List.of(Progress.class, generation), () -> progressNow(generation));
    }

    private List<Progress> progressNow(int generation) {
        return named.progress(
                generation,
                "recorded_at, rules, reports, reports_at, holdings",
                (row, number) -> progress(row),
                Comparator.comparing(Progress::account));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                AccountId.parse(row.getString("account")),
                NamedAccounts.number(row, "newest"),
                NamedAccounts.number(row, "settled"),
                NamedAccounts.instant(row, "recorded_at"),
                row.getString("rules"),
                NamedAccounts.number(row, "reports"),
                NamedAccounts.instant(row, "reports_at"),
                row.getInt("holdings"));
    }

    /** The accounts that had been named by then, in the order of their names. */
    List<AccountId> accounts(int generation, Instant knownAt) {
        return Standpoint.once(
                List.of(ToldAccounts.class, generation, knownAt), () -> named.until(generation, knownAt));
    }

    /** The accounts that transfers may link with others. */
    NavigableSet<AccountId> withTransfers(int generation) {
        List<Object> question = List.of("with transfers", generation);
        return Standpoint.once(question, () -> OneMoment.once(question, () -> withTransfersNow(generation)));
    }

    private NavigableSet<AccountId> withTransfersNow(int generation) {
        return jdbc
                .sql("SELECT DISTINCT account FROM transactions_event WHERE generation = ? AND transfers > 0")
                .param(generation)
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableNavigableSet));
    }

    /** When the latest event up to that number was recorded; clocks may go backwards. */
    Instant recordedAt(int generation, AccountId account, long lastNumber) {
        return named.recordedAt(generation, account, lastNumber);
    }
}
