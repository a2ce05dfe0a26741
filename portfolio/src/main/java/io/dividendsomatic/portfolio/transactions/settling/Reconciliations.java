package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how printed figures compare with ours: from the table, of an earlier time compared afresh. */
@Component
public class Reconciliations {
    private static final Comparator<Comparison> ORDER = Comparator.comparing(
                    (Comparison comparison) -> last(comparison.line().period()))
            .thenComparing(Comparison::account)
            .thenComparing(Comparison::key);
    private static final Comparator<FileVerdicts> BY_FILE = Comparator.comparing(
                    (FileVerdicts file) -> last(file.period()))
            .thenComparing(FileVerdicts::account)
            .thenComparing(FileVerdicts::fileId);

    private final Reconciler reconciler;
    private final Reconciling reconciling;
    private final ToldAccounts told;
    private final JdbcClient jdbc;

    Reconciliations(Reconciler reconciler, Reconciling reconciling, ToldAccounts told, JdbcClient jdbc) {
        this.reconciler = reconciler;
        this.reconciling = reconciling;
        this.told = told;
        this.jdbc = jdbc;
    }

    /** Of all accounts. */
    public void bringUpToDate(int generation) {
        reconciling.bringUpToDate(generation, told.accounts(generation, Standpoints.WHATEVER_IS_KNOWN));
    }

    /** By the last day of the figure's period, account, file, item and position. */
    public Compared<Comparison> lines(int generation, Instant knownAt, ReconciliationQuery query, int page, int size) {
        return answer(
                generation,
                knownAt,
                query,
                () -> lines(generation, query, page, size),
                past -> Slice.of(past, page, size));
    }

    private Slice<Comparison> lines(int generation, ReconciliationQuery query, int page, int size) {
        Condition where = query.where(generation);
        long total = jdbc.sql("SELECT COALESCE(SUM(lines), 0) FROM transactions_reconciliation_count" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        List<Comparison> items = jdbc.sql("SELECT * FROM transactions_reconciliation" + where.sql()
                        + " ORDER BY period_to NULLS FIRST, account, row_key LIMIT " + size
                        + " OFFSET "
                        + (long) page * size)
                .params(where.parameters())
                .query((row, number) -> ReconciliationTable.line(row))
                .list();
        return new Slice<>(items, total);
    }

    /** By the last day of the file's period, account and file. */
    public Compared<FileVerdicts> files(
            int generation, Instant knownAt, ReconciliationQuery query, int page, int size) {
        return answer(
                generation,
                knownAt,
                query,
                () -> files(generation, query, page, size),
                past -> Slice.of(count(past), page, size));
    }

    private Slice<FileVerdicts> files(int generation, ReconciliationQuery query, int page, int size) {
        Condition where = query.where(generation);
        String groups = " FROM transactions_reconciliation_count" + where.sql()
                + " GROUP BY account, file_id, file_from, file_to";
        long total = jdbc.sql("SELECT COUNT(*) FROM (SELECT account" + groups + ") AS file")
                .params(where.parameters())
                .query(Long.class)
                .single();
        List<FileVerdicts> items = jdbc.sql("SELECT account, file_id, file_from, file_to,"
                        + " SUM(CASE WHEN verdict = 'MATCH' THEN lines ELSE 0 END) AS matches,"
                        + " SUM(CASE WHEN verdict = 'BREAK' THEN lines ELSE 0 END) AS breaks,"
                        + " SUM(CASE WHEN verdict = 'NOT_STATED' THEN lines ELSE 0 END) AS not_stated" + groups
                        + " ORDER BY file_to NULLS FIRST, account, file_id LIMIT " + size
                        + " OFFSET " + (long) page * size)
                .params(where.parameters())
                .query((row, number) -> verdicts(row))
                .list();
        return new Slice<>(items, total);
    }

    private static FileVerdicts verdicts(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("file_from", LocalDate.class);
        LocalDate to = row.getObject("file_to", LocalDate.class);
        return new FileVerdicts(
                AccountId.parse(row.getString("account")),
                new FileId(row.getString("file_id")),
                from == null || to == null ? null : new Period(from, to),
                row.getLong("matches"),
                row.getLong("breaks"),
                row.getLong("not_stated"));
    }

    private static List<FileVerdicts> count(List<Comparison> lines) {
        Map<List<Object>, List<Comparison>> files = new LinkedHashMap<>();
        lines.forEach(line -> files.computeIfAbsent(List.of(line.account(), line.file()), first -> new ArrayList<>())
                .add(line));
        return files.values().stream()
                .map(file -> new FileVerdicts(
                        file.getFirst().account(),
                        file.getFirst().file(),
                        file.getFirst().covered(),
                        count(file, Verdict.MATCH),
                        count(file, Verdict.BREAK),
                        count(file, Verdict.NOT_STATED)))
                .sorted(BY_FILE)
                .toList();
    }

    private static long count(List<Comparison> lines, Verdict verdict) {
        return lines.stream().filter(line -> line.line().verdict() == verdict).count();
    }

    private static LocalDate last(@Nullable Period period) {
        return period == null ? LocalDate.MIN : period.to();
    }

    private <T> Compared<T> answer(
            int generation,
            Instant knownAt,
            ReconciliationQuery query,
            Supplier<Slice<T>> fromTables,
            Function<List<Comparison>, Slice<T>> afresh) {
        List<AccountId> asked = query.accounts().isEmpty() ? told.accounts(generation, knownAt) : query.accounts();
        boolean upToDate = Standpoint.isReached(
                List.of(Reconciliations.class, generation, asked),
                () -> reconciling.bringNearlyUpToDate(generation, asked));
        return knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN) && reconciler.knowsMore(generation, asked, knownAt)
                ? new Compared<>(afresh.apply(past(generation, knownAt, asked, query)), true)
                : new Compared<>(fromTables.get(), upToDate);
    }

    private List<Comparison> past(int generation, Instant knownAt, List<AccountId> asked, ReconciliationQuery query) {
        return asked.stream()
                .flatMap(account -> reconciler.known(generation, account, knownAt).stream())
                .filter(query::takes)
                .sorted(ORDER)
                .toList();
    }
}
