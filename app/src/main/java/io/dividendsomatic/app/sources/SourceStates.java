package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The states of timed sources in the database, and the lease by which one node at a time asks. The lease is reckoned by the
 * database's clock, so that nodes whose clocks differ agree; a node that died gives it back after {@value #LEASE_SECONDS}
 * seconds.
 */
@Component
class SourceStates {
    static final int LEASE_SECONDS = 30;
    private static final String UNTIL = "CURRENT_TIMESTAMP + INTERVAL '" + LEASE_SECONDS + "' SECOND";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();

    SourceStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SourceState find(String name) {
        return jdbc.sql("SELECT lease_until > CURRENT_TIMESTAMP AS running, next_run_at, runs, started_at, ended_at,"
                        + " succeeded_at, taken, known, refused, failures, problem_code, problem, problem_lasting,"
                        + " progress_done, progress_total, progress_at FROM source_state WHERE name = :name")
                .param("name", name)
                .query(SourceStates::state)
                .optional()
                .orElse(SourceState.NEW);
    }

    /** Makes sure that there is a state for the plan: a new source is due at once, a new plan at its first time. */
    void plan(String name, Plan.Timed plan) {
        String text = plan.cron() + " " + plan.zone();
        Optional<String> planned = jdbc.sql("SELECT plan FROM source_state WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
        if (planned.isEmpty()) {
            insert(name, text, plan.next(clock.instant()).isPresent() ? clock.instant() : null);
        } else if (!planned.get().equals(text)) {
            jdbc.sql("UPDATE source_state SET plan = :plan, next_run_at = :next WHERE name = :name")
                    .param("plan", text)
                    .param("next", at(plan.next(clock.instant()).orElse(null)))
                    .param("name", name)
                    .update();
        }
    }

    private void insert(String name, String plan, @Nullable Instant next) {
        try {
            jdbc.sql("INSERT INTO source_state (name, plan, next_run_at, runs, taken, known, refused, failures,"
                            + " problem_lasting, progress_done, progress_total)"
                            + " VALUES (:name, :plan, :next, 0, 0, 0, 0, 0, FALSE, 0, 0)")
                    .param("name", name)
                    .param("plan", plan)
                    .param("next", at(next))
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // it is there, which is what was wanted
        }
    }

    /** Whether it is this node's turn now; it is nobody else's then. */
    boolean begin(String name, boolean onlyIfDue) {
        Instant now = clock.instant();
        return jdbc.sql("UPDATE source_state SET lease_holder = :node, lease_until = " + UNTIL
                                + ", runs = runs + 1, started_at = :now, ended_at = NULL, progress_done = 0,"
                                + " progress_total = 0, progress_at = NULL WHERE name = :name"
                                + " AND (lease_until IS NULL OR lease_until <= CURRENT_TIMESTAMP)"
                                + (onlyIfDue ? " AND next_run_at <= :now" : ""))
                        .param("node", node)
                        .param("now", at(now))
                        .param("name", name)
                        .update()
                > 0;
    }

    /** Keeps the lease and tells how far it is. Whether it is still this node's turn. */
    boolean goesOn(String name, Progress progress) {
        return jdbc.sql("UPDATE source_state SET lease_until = " + UNTIL
                                + ", progress_done = :done, progress_total = :total, progress_at = :at"
                                + " WHERE name = :name AND lease_holder = :node AND ended_at IS NULL")
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .param("at", progress.at())
                        .param("name", name)
                        .param("node", node)
                        .update()
                > 0;
    }

    /** The turn is over, and the next one is then. */
    void end(String name, Outcome outcome, Progress progress, int failures, @Nullable Instant next) {
        Outcome.Problem problem = outcome.problem();
        Instant now = clock.instant();
        jdbc.sql("UPDATE source_state SET lease_holder = NULL, lease_until = NULL, next_run_at = :next,"
                        + " ended_at = :now, taken = :taken, known = :known, refused = :refused, failures = :failures,"
                        + " problem_code = :code, problem = :problem, problem_lasting = :lasting,"
                        + " progress_done = :done, progress_total = :total, progress_at = :at"
                        + (problem == null ? ", succeeded_at = :now" : "")
                        + " WHERE name = :name AND lease_holder = :node")
                .param("next", at(next))
                .param("now", at(now))
                .param("taken", outcome.fetched().taken())
                .param("known", outcome.fetched().known())
                .param("refused", outcome.fetched().refused())
                .param("failures", failures)
                .param("code", problem == null ? null : problem.code())
                .param("problem", problem == null ? null : problem.message())
                .param("lasting", problem != null && problem.lasting())
                .param("done", progress.done())
                .param("total", progress.total())
                .param("at", progress.at())
                .param("name", name)
                .param("node", node)
                .update();
    }

    /** The program stops in the middle of a turn: it is due still. */
    void giveBack(String name) {
        jdbc.sql("UPDATE source_state SET lease_holder = NULL, lease_until = NULL, ended_at = :now"
                        + " WHERE name = :name AND lease_holder = :node")
                .param("now", at(clock.instant()))
                .param("name", name)
                .param("node", node)
                .update();
    }

    private static SourceState state(ResultSet row, int number) throws SQLException {
        String code = row.getString("problem_code");
        return new SourceState(
                row.getBoolean("running"),
                instant(row, "next_run_at"),
                row.getLong("runs"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "succeeded_at"),
                new Fetched(row.getInt("taken"), row.getInt("known"), row.getInt("refused")),
                row.getInt("failures"),
                code == null
                        ? null
                        : new Outcome.Problem(code, row.getString("problem"), row.getBoolean("problem_lasting")),
                new Progress(
                        row.getLong("progress_done"), row.getLong("progress_total"), row.getString("progress_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
