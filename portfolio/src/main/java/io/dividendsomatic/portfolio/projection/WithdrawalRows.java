package io.dividendsomatic.portfolio.projection;

import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the events of one transaction withdraw and restore; written in their order, since the second needs the first. */
public final class WithdrawalRows {
    private final String table;
    private final int generation;
    private final List<Consumer<JdbcClient>> steps = new ArrayList<>();

    public WithdrawalRows(String readModel, int generation) {
        this.table = readModel + "_withdrawal";
        this.generation = generation;
    }

    public void on(StatementRetracted event, long number, Instant recordedAt) {
        withdrawn(event.account().toString(), event.file(), event.cause(), number, recordedAt);
    }

    public void on(StatementRestored event, long number, Instant recordedAt) {
        restored(event.account().toString(), event.file(), number, recordedAt);
    }

    public void on(ReferencesRetracted event, long number, Instant recordedAt) {
        withdrawn(Withdrawals.NO_ACCOUNT, event.file(), event.cause(), number, recordedAt);
    }

    public void on(ReferencesRestored event, long number, Instant recordedAt) {
        restored(Withdrawals.NO_ACCOUNT, event.file(), number, recordedAt);
    }

    private void withdrawn(String account, FileId file, RetractionCause cause, long number, Instant recordedAt) {
        steps.add(jdbc -> jdbc.sql("INSERT INTO " + table
                        + " (generation, account, file_id, number, for_good, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        generation,
                        account,
                        file.sha256(),
                        number,
                        cause == RetractionCause.READ_ANEW,
                        recordedAt.atOffset(ZoneOffset.UTC))
                .update());
    }

    private void restored(String account, FileId file, long number, Instant recordedAt) {
        steps.add(jdbc -> jdbc.sql("UPDATE " + table + " SET restored_number = ?, restored_at = ?"
                        + " WHERE generation = ? AND account = ? AND file_id = ?"
                        + " AND for_good = FALSE AND restored_at IS NULL")
                .params(number, recordedAt.atOffset(ZoneOffset.UTC), generation, account, file.sha256())
                .update());
    }

    public void flush(JdbcClient jdbc) {
        steps.forEach(step -> step.accept(jdbc));
    }
}
