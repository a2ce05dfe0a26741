package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which files accounts have recorded. */
@Component
class RecordedFiles {
    private final JdbcClient jdbc;

    RecordedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that an account has recorded.
     *
     * @param number of the event that closed it
     * @param period the days that it says to cover
     */
    record RecordedFile(FileId file, long number, @Nullable Period period, Instant recordedAt) {}

    List<RecordedFile> standing(int generation, AccountId account, Instant knownAt) {
        Withdrawals withdrawals = Withdrawals.read(jdbc, ToldTransactions.READ_MODEL, generation, account)
                .inForce(Long.MAX_VALUE, knownAt);
        return jdbc
                .sql("SELECT file_id, number, period_from, period_to, recorded_at FROM transactions_file"
                        + " WHERE generation = ? AND account = ? ORDER BY file_id")
                .params(generation, account.toString())
                .query((row, index) ->
                        withdrawals.leave(account, new FileId(row.getString("file_id")), row.getLong("number"))
                                ? Optional.of(file(row))
                                : Optional.<RecordedFile>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .filter(file -> !file.recordedAt().isAfter(knownAt))
                .toList();
    }

    /** Of each account that recorded any, the number of the newest event that closed a file. */
    Map<AccountId, Long> newest(int generation) {
        Map<AccountId, Long> newest = new HashMap<>();
        jdbc.sql("SELECT a.account, (SELECT f.number FROM transactions_file f"
                        + " WHERE f.generation = a.generation AND f.account = a.account"
                        + " ORDER BY f.generation DESC, f.account DESC, f.number DESC LIMIT 1) AS newest"
                        + " FROM transactions_account a WHERE a.generation = ?")
                .param(generation)
                .query(row -> {
                    long number = row.getLong("newest");
                    if (!row.wasNull()) {
                        newest.put(AccountId.parse(row.getString("account")), number);
                    }
                });
        return newest;
    }

    /** Whether a file told no booking and printed no figure: what it tells stands before the event that closed it. */
    boolean tellsReportsOnly(int generation, AccountId account, RecordedFile file) {
        long before = jdbc.sql("SELECT COALESCE(MAX(number), -1) FROM transactions_file"
                        + " WHERE generation = ? AND account = ? AND number < ?")
                .params(generation, account.toString(), file.number)
                .query(Long.class)
                .single();
        return jdbc.sql("SELECT COUNT(*) FROM transactions_event"
                                + " WHERE generation = ? AND account = ? AND number > ? AND number <= ?")
                        .params(generation, account.toString(), before, file.number)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The files that an account ever recorded, also those that count no more. */
    List<FileId> everyFile(int generation, AccountId account) {
        return jdbc
                .sql("SELECT DISTINCT file_id FROM transactions_file WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) -> new FileId(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static RecordedFile file(ResultSet row) throws SQLException {
        return new RecordedFile(
                new FileId(row.getString("file_id")),
                row.getLong("number"),
                ToldTransactions.period(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
