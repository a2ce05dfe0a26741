package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.projection.ReadModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds a read model again from the first event: a new generation fills beside the one that answers, and takes its place
 * when it has seen everything. A rebuild that was under way when the program stopped goes on at the next start.
 */
@Component
class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT =
            "SELECT id, read_model, generation, status, accept, started_at, finished_at, events_replayed, difference"
                    + " FROM rebuild";
    /**
     * Other nodes look every second what should run, so that soon none writes an old generation any more; and a request reads
     * the generation to the end that answered when it began.
     */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ReadModels models;
    private final EventLog log;
    private final Differences differences;
    private final Statistics statistics;
    private final TransactionTemplate transaction;
    private final TransactionTemplate moment;
    private final Clock clock;

    Rebuilds(
            JdbcClient jdbc,
            ReadModels models,
            EventLog log,
            Differences differences,
            Statistics statistics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.log = log;
        this.differences = differences;
        this.statistics = statistics;
        this.transaction = new TransactionTemplate(transactions);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * The life of a rebuild. READY waits for an administrator's word; FAILED stands before an event that its processor
     * cannot take in and tries again, until somebody drops it.
     */
    enum Status {
        RUNNING,
        READY,
        ACCEPTED,
        DISCARDED,
        FAILED
    }

    /** Whether a rebuild takes over by itself: never, when it tells nothing otherwise, or in any case. */
    enum Accept {
        MANUAL,
        AUTO,
        ALWAYS;

        static Optional<Accept> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Rebuild(
            String id,
            String readModel,
            int generation,
            Status status,
            Accept accept,
            Instant startedAt,
            Optional<Instant> finishedAt,
            long eventsReplayed,
            Optional<GenerationDiff> diff) {}

    /** Nothing when a rebuild of the same read model is not finished. */
    synchronized Optional<Rebuild> start(ReadModel model, Accept accept) {
        if (open().stream().anyMatch(rebuild -> rebuild.readModel().equals(model.name()))) {
            return Optional.empty();
        }
        int last = jdbc.sql("SELECT COALESCE(MAX(generation), 0) FROM rebuild WHERE read_model = :name")
                .param("name", model.name())
                .query(Integer.class)
                .single();
        String id = UUID.randomUUID().toString();
        jdbc.sql("INSERT INTO rebuild (id, read_model, generation, status, accept, started_at, events_replayed,"
                        + " revision)"
                        + " VALUES (:id, :name, :generation, 'RUNNING', :accept, :now, 0, :revision)")
                .param("id", id)
                .param("name", model.name())
                .param("generation", Math.max(last, models.active(model.name())) + 1)
                .param("accept", accept.word())
                .param("now", now())
                .param("revision", model.revision())
                .update();
        models.align();
        return find(id);
    }

    Optional<Rebuild> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> rebuild(row))
                .optional();
    }

    /** The new generation answers from now on; the old one goes a little later. */
    Rebuild accept(Rebuild rebuild) {
        model(rebuild).settle(rebuild.generation());
        transaction.executeWithoutResult(swap -> {
            int open = jdbc.sql("UPDATE rebuild SET status = 'ACCEPTED'"
                            + " WHERE id = :id AND status IN ('RUNNING', 'READY', 'FAILED')")
                    .param("id", rebuild.id())
                    .update();
            int old = models.active(rebuild.readModel());
            if (open == 0 || old == rebuild.generation()) { // another node was first
                return;
            }
            jdbc.sql("UPDATE read_model SET generation = :generation,"
                            + " revision = (SELECT revision FROM rebuild WHERE id = :id) WHERE name = :name")
                    .param("generation", rebuild.generation())
                    .param("id", rebuild.id())
                    .param("name", rebuild.readModel())
                    .update();
            finish(rebuild, Status.ACCEPTED, old);
        });
        models.align();
        return find(rebuild.id()).orElseThrow();
    }

    Rebuild discard(Rebuild rebuild) {
        finish(rebuild, Status.DISCARDED, rebuild.generation());
        models.align();
        return find(rebuild.id()).orElseThrow();
    }

    /** From 0 to 1 by events, four decimals rounded down, so that 1 means done. */
    BigDecimal progress(Rebuild rebuild) {
        if (rebuild.status() != Status.RUNNING) {
            return BigDecimal.ONE;
        }
        long all = Math.max(1, log.countAfter(0, model(rebuild).eventTypes()));
        return BigDecimal.valueOf(eventsReplayed(rebuild)).divide(BigDecimal.valueOf(all), 4, RoundingMode.DOWN);
    }

    long eventsReplayed(Rebuild rebuild) {
        if (rebuild.status() != Status.RUNNING) {
            return rebuild.eventsReplayed();
        }
        ReadModel model = model(rebuild);
        return log.countAfter(0, model.eventTypes()) - models.lag(model, rebuild.generation());
    }

    Duration duration(Rebuild rebuild) {
        return Duration.between(rebuild.startedAt(), rebuild.finishedAt().orElseGet(clock::instant));
    }

    @Scheduled(fixedDelay = 200)
    void advance() {
        for (Rebuild rebuild : open()) {
            if (rebuild.status() == Status.RUNNING && models.lag(model(rebuild), rebuild.generation()) == 0) {
                compared(rebuild).ifPresent(diff -> {
                    ready(rebuild, diff);
                    if (rebuild.accept() == Accept.ALWAYS || (rebuild.accept() == Accept.AUTO && diff.isEmpty())) {
                        accept(rebuild);
                    }
                });
            }
        }
    }

    /** Nothing when events came while both were settled, which one of the two may have taken in and the other one not. */
    private Optional<GenerationDiff> compared(Rebuild rebuild) {
        ReadModel model = model(rebuild);
        int answering = models.active(rebuild.readModel());
        long head = log.head();
        if (models.lag(model, answering) > 0) {
            return Optional.empty();
        }
        model.settle(answering);
        model.settle(rebuild.generation());
        statistics.renew(model.comparedTables());
        return Objects.requireNonNull(moment.execute(reading -> log.head() == head
                ? Optional.of(differences.between(model, answering, rebuild.generation()))
                : Optional.empty()));
    }

    /** Whether the new generation stands before an event that it cannot take in. */
    boolean isFailing(Rebuild rebuild) {
        return rebuild.status() == Status.RUNNING && models.isFailing(rebuild.readModel(), rebuild.generation());
    }

    @Scheduled(fixedDelay = 1_000)
    void dropOldGenerations() {
        record Old(String rebuild, String readModel, int generation) {}
        jdbc.sql("SELECT id, read_model, to_drop FROM rebuild WHERE to_drop IS NOT NULL AND decided_at < :before")
                .param("before", now().minus(GRACE))
                .query((row, number) -> new Old(row.getString(1), row.getString(2), row.getInt(3)))
                .list()
                .forEach(old -> {
                    models.drop(models.find(old.readModel()).orElseThrow(), old.generation());
                    jdbc.sql("UPDATE rebuild SET to_drop = NULL WHERE id = :id")
                            .param("id", old.rebuild())
                            .update();
                });
    }

    private void ready(Rebuild rebuild, GenerationDiff diff) {
        long events = log.countAfter(0, model(rebuild).eventTypes());
        jdbc.sql("UPDATE rebuild SET status = 'READY', events_replayed = :events, finished_at = :now,"
                        + " difference = :difference"
                        + " WHERE id = :id AND status = 'RUNNING'")
                .param("events", events)
                .param("now", now())
                .param("difference", JSON.writeValueAsString(diff))
                .param("id", rebuild.id())
                .update();
        LOG.info(
                "Rebuilt {} from {} events: {} rows added, {} removed, {} changed",
                rebuild.readModel(),
                events,
                diff.added(),
                diff.removed(),
                diff.changed());
    }

    private void finish(Rebuild rebuild, Status status, int toDrop) {
        jdbc.sql("UPDATE rebuild SET status = :status, to_drop = :drop, decided_at = :now WHERE id = :id")
                .param("status", status.name())
                .param("drop", toDrop)
                .param("now", now())
                .param("id", rebuild.id())
                .update();
    }

    private List<Rebuild> open() {
        return jdbc.sql(SELECT + " WHERE status IN ('RUNNING', 'READY')")
                .query((row, number) -> rebuild(row))
                .list();
    }

    private ReadModel model(Rebuild rebuild) {
        return models.find(rebuild.readModel()).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Rebuild(
                row.getString("id"),
                row.getString("read_model"),
                row.getInt("generation"),
                Status.valueOf(row.getString("status")),
                Accept.of(row.getString("accept")).orElseThrow(),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                row.getLong("events_replayed"),
                Optional.ofNullable(row.getString("difference"))
                        .map(text -> JSON.readValue(text, GenerationDiff.class)));
    }
}
