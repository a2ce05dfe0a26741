package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.ToldDividends.Extent;
import io.dividendsomatic.dividends.history.settling.ToldDividends.Progress;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.SettlingLock;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import io.dividendsomatic.portfolio.transactions.settling.SettledRows;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Brings the second step up to date with the first, account by account: folds everything that was told of a stale one
 * and writes the rows that come out otherwise than they stand.
 */
@Component
public class PaymentSettling implements DisposableBean {
    /** What is written whenever an account is settled. */
    public static final List<String> SETTLED = List.of(PaymentTable.NAME, ExpectedTable.NAME, SplitTable.NAME);

    private static final List<String> PROGRESS = List.of("dividends_settled", "dividends_settling");

    /** So many accounts are folded, or wait to be written, while one is written: as many as there are processors. */
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /** Of the system's threads, which share the processors with the one that writes; virtual ones would not let it. */
    private final ExecutorService folding = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("dividends-fold-", 0).daemon().factory());

    private final JdbcClient jdbc;
    private final SettledRows rows;
    private final SettlingLock lock;
    private final ToldDividends told;
    private final FoldingRules rules;

    PaymentSettling(
            JdbcClient jdbc,
            SettledRows rows,
            PlatformTransactionManager transactions,
            ToldDividends told,
            FoldingRules rules) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lock = new SettlingLock(jdbc, transactions, "dividends_settling");
        this.told = told;
        this.rules = rules;
    }

    /** All accounts. */
    public void settle(int generation) {
        settle(generation, account -> true);
    }

    /** Those accounts that are wanted. What was told is never changed, so folding needs no lock, and several go at once. */
    void settle(int generation, Predicate<AccountId> wanted) {
        Rules now = rules.now();
        List<Progress> stale = told.progress(generation).stream()
                .filter(progress ->
                        wanted.test(progress.account()) && progress.isStale(now.version(progress.account())))
                .toList();
        if (stale.size() == 1) {
            write(generation, fold(generation, stale.getFirst(), now), now);
            return;
        }
        Deque<CompletableFuture<Folded>> ahead = new ArrayDeque<>();
        for (Progress progress : stale) {
            ahead.add(CompletableFuture.supplyAsync(() -> fold(generation, progress, now), folding));
            if (ahead.size() > AT_ONCE) {
                write(generation, ahead.remove().join(), now);
            }
        }
        while (!ahead.isEmpty()) {
            write(generation, ahead.remove().join(), now);
        }
    }

    private Folded fold(int generation, Progress progress, Rules now) {
        return fold(generation, progress.account(), progress.newest(), now);
    }

    private void write(int generation, Folded folded, Rules now) {
        lock.exclusively(generation, () -> settle(generation, folded, now));
    }

    /** Everything up to an event of that number. */
    private record Folded(AccountHistory history, long number) {}

    private Folded fold(int generation, AccountId account, long number, Rules now) {
        return new Folded(told.history(generation, account, Extent.upTo(number), now.lots(account)), number);
    }

    /** More may have been told meanwhile; nothing is left to do where another was first. */
    private void settle(int generation, Folded folded, Rules now) {
        AccountId account = folded.history().account();
        told.progress(generation).stream()
                .filter(progress -> progress.account().equals(account) && progress.isStale(now.version(account)))
                .findFirst()
                .map(progress -> progress.newest() == folded.number()
                        ? folded
                        : fold(generation, account, progress.newest(), now))
                .ifPresent(current -> write(generation, current.history(), current.number(), now));
    }

    private void write(int generation, AccountHistory history, long number, Rules now) {
        long count = write(generation, history, new PaymentTable(), PaymentTable.rows(history))
                + write(generation, history, new ExpectedTable(), ExpectedTable.rows(history))
                + write(generation, history, new SplitTable(), SplitTable.rows(history));
        String account = history.account().toString();
        jdbc.sql("DELETE FROM dividends_settled WHERE generation = ? AND account = ?")
                .params(generation, account)
                .update();
        jdbc.sql("INSERT INTO dividends_settled (generation, account, number, recorded_at, rules, settled_rows)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        generation,
                        account,
                        number,
                        told.recordedAt(generation, history.account(), number).atOffset(ZoneOffset.UTC),
                        now.version(history.account()),
                        count)
                .update();
    }

    private long write(int generation, AccountHistory history, SettledColumnsTable table, List<SettledRow> wanted) {
        return rows.write(generation, history.account(), table, wanted.stream());
    }

    /** How many rows the second step holds, by what was settled. */
    public long rows(int generation) {
        return jdbc.sql("SELECT COALESCE(SUM(settled_rows), 0) FROM dividends_settled WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
    }

    @Override
    public void destroy() {
        folding.shutdown();
    }

    public void drop(int generation) {
        Stream.concat(SETTLED.stream(), PROGRESS.stream())
                .forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE generation = ?")
                        .param(generation)
                        .update());
    }
}
