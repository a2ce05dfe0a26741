package io.dividendsomatic.portfolio.projection;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one at a time settle a generation of a read model, on whichever node: by a row of a table that it locks. */
public final class SettlingLock {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String table;

    /** H2 gives up on a locked row after a second, so the threads of one program queue here. */
    private final ReentrantLock queue = new ReentrantLock();

    /** @param table of one column, {@code generation} */
    public SettlingLock(JdbcClient jdbc, PlatformTransactionManager transactions, String table) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.table = table;
    }

    /** Does the work in a transaction of its own. */
    public void exclusively(int generation, Runnable work) {
        queue.lock();
        try {
            offer(generation);
            transaction.executeWithoutResult(settling -> {
                jdbc.sql("SELECT generation FROM " + table + " WHERE generation = ? FOR UPDATE")
                        .param(generation)
                        .query(Integer.class)
                        .single();
                work.run();
            });
        } finally {
            queue.unlock();
        }
    }

    /** In a transaction of its own: a duplicate key ends one on PostgreSQL. */
    private void offer(int generation) {
        Integer offered = jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE generation = ?")
                .param(generation)
                .query(Integer.class)
                .single();
        if (offered > 0) {
            return;
        }
        try {
            jdbc.sql("INSERT INTO " + table + " (generation) VALUES (?)")
                    .param(generation)
                    .update();
        } catch (DuplicateKeyException other) {
            // offered by another node in this moment
        }
    }
}
