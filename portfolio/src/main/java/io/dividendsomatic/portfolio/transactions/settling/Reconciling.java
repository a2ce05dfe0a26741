package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Has accounts compared once, whoever and how many ask for it. Who asks waits a moment for what just came; when that takes
 * longer, an answer from before is better than none.
 */
@Component
class Reconciling {
    /** A person waits so long for a page, and rarely longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Reconciler reconciler;
    private final Map<Key, Work> running = new ConcurrentHashMap<>();

    Reconciling(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    private record Key(int generation, AccountId account) {}

    /** @param begun in nanoseconds of the machine's own count */
    private record Work(long begun, CompletableFuture<Void> done) {

        /** Nobody waits longer for it than from its begin; whether it is done. */
        boolean await() {
            try {
                done.get(Math.max(0, begun + PATIENCE.toNanos() - System.nanoTime()), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }

    /** Waits until everything that is known by now is compared. */
    void bringUpToDate(int generation, Collection<AccountId> accounts) {
        for (AccountId account : reconciler.stale(generation, accounts)) {
            running(generation, account).done.join();
            if (!reconciler.stale(generation, List.of(account)).isEmpty()) {
                running(generation, account).done.join(); // the one that ran had begun before
            }
        }
    }

    /**
     * Waits a moment for what just came, and for the first comparison of an account to its end.
     *
     * @return whether the table holds everything that is known
     */
    boolean bringNearlyUpToDate(int generation, Collection<AccountId> accounts) {
        List<AccountId> stale = reconciler.stale(generation, accounts);
        if (stale.isEmpty()) {
            return true;
        }
        if (!reconciler.haveBeen(generation, stale)) {
            bringUpToDate(generation, stale);
            return reconciler.stale(generation, stale).isEmpty();
        }
        for (int round = 0; round < 2 && !stale.isEmpty(); round++) { // what runs may have begun before
            for (AccountId account : stale) {
                if (!running(generation, account).await()) {
                    return false;
                }
            }
            stale = reconciler.stale(generation, stale);
        }
        return stale.isEmpty();
    }

    private Work running(int generation, AccountId account) {
        Key key = new Key(generation, account);
        Work work = running.computeIfAbsent(key, first -> {
            Runnable compare = () -> reconciler.reconcile(generation, account);
            return new Work(System.nanoTime(), CompletableFuture.runAsync(compare, Thread::startVirtualThread));
        });
        CompletableFuture<Void> _ = work.done.whenComplete((done, failure) -> running.remove(key, work));
        return work;
    }
}
