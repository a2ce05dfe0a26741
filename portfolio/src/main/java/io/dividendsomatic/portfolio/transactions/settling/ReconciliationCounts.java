package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the compared figures of each file by what may be asked of them. */
@Component
class ReconciliationCounts {
    private final JdbcClient jdbc;

    ReconciliationCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Group(@Nullable Period covered, @Nullable Period period, String item, String verdict) {
        static Group of(Comparison comparison) {
            return new Group(
                    comparison.covered(),
                    comparison.line().period(),
                    comparison.line().item().name(),
                    comparison.line().verdict().name());
        }
    }

    /** In place of what was counted of the file. */
    void write(int generation, AccountId account, FileId file, List<Comparison> lines) {
        jdbc.sql("DELETE FROM transactions_reconciliation_count"
                        + " WHERE generation = ? AND account = ? AND file_id = ?")
                .params(generation, account.toString(), file.sha256())
                .update();
        Map<Group, Long> groups = lines.stream()
                .map(Group::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        groups.forEach((group, count) -> jdbc.sql("INSERT INTO transactions_reconciliation_count (generation, account,"
                        + " file_id, file_from, file_to, period_from, period_to, item, verdict, lines)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(generation)
                .param(account.toString())
                .param(file.sha256())
                .param(from(group.covered))
                .param(to(group.covered))
                .param(from(group.period))
                .param(to(group.period))
                .param(group.item)
                .param(group.verdict)
                .param(count)
                .update());
    }

    /** Of the account's files with lines the last day that each covers. */
    Map<FileId, LocalDate> lastDays(int generation, AccountId account) {
        Map<FileId, LocalDate> days = new HashMap<>();
        jdbc.sql("SELECT file_id, MAX(file_to) AS last_day FROM transactions_reconciliation_count"
                        + " WHERE generation = ? AND account = ? AND file_to IS NOT NULL GROUP BY file_id")
                .params(generation, account.toString())
                .query(row -> {
                    days.put(new FileId(row.getString("file_id")), row.getObject("last_day", LocalDate.class));
                });
        return days;
    }

    private static @Nullable LocalDate from(@Nullable Period period) {
        return period == null ? null : period.from();
    }

    private static @Nullable LocalDate to(@Nullable Period period) {
        return period == null ? null : period.to();
    }
}
