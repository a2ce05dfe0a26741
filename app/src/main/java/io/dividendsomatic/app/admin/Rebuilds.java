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
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Builds a read model again from the first event: a new generation fills beside the one that answers, and takes its place
 * when it has seen everything. A rebuild that was under way when the program stopped goes on at the next start.
 */
@Component
class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final String COLUMNS =
            "id, read_model, generation, status, accept, started_at, finished_at, events_replayed";

    private final JdbcClient jdbc;
    private final ReadModels models;
    private final EventLog log;
    private final Clock clock;

    Rebuilds(JdbcClient jdbc, ReadModels models, EventLog log, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.log = log;
        this.clock = clock;
    }

    /** The life of a rebuild; READY waits for an administrator's word. */
    enum Status {
        RUNNING,
        READY,
        ACCEPTED,
        DISCARDED,
        FAILED
    }

    record Rebuild(
            String id,
            String readModel,
            int generation,
            Status status,
            boolean autoAccept,
            Instant startedAt,
            Optional<Instant> finishedAt,
            long eventsReplayed) {}

    /** Nothing when a rebuild of the same read model is not finished. */
    synchronized Optional<Rebuild> start(ReadModel model, boolean autoAccept) {
        if (open().stream().anyMatch(rebuild -> rebuild.readModel().equals(model.name()))) {
            return Optional.empty();
        }
        int last = jdbc.sql("SELECT COALESCE(MAX(generation), 0) FROM rebuild WHERE read_model = :name")
                .param("name", model.name())
                .query(Integer.class)
                .single();
        int generation = Math.max(last, models.active(model.name())) + 1;
        String id = UUID.randomUUID().toString();
        jdbc.sql("INSERT INTO rebuild (" + COLUMNS + ") VALUES (:id, :name, :generation, 'RUNNING', :accept, :now,"
                        + " NULL, 0)")
                .param("id", id)
                .param("name", model.name())
                .param("generation", generation)
                .param("accept", autoAccept ? "auto" : "manual")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        models.fill(model, generation);
        return find(id);
    }

    Optional<Rebuild> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM rebuild WHERE id = :id")
                .param("id", id)
                .query((row, number) -> rebuild(row))
                .optional();
    }

    /** The new generation answers from now on; the old one goes. */
    synchronized Rebuild accept(Rebuild rebuild) {
        ReadModel model = model(rebuild);
        int old = models.active(model.name());
        models.activate(model, rebuild.generation());
        finish(rebuild, Status.ACCEPTED, log.countAfter(0, model.eventTypes()));
        models.stopAndDrop(model, old);
        return find(rebuild.id()).orElseThrow();
    }

    synchronized Rebuild discard(Rebuild rebuild) {
        ReadModel model = model(rebuild);
        finish(rebuild, Status.DISCARDED, rebuild.eventsReplayed());
        models.stopAndDrop(model, rebuild.generation());
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

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        open().forEach(rebuild -> models.fill(model(rebuild), rebuild.generation()));
    }

    @Scheduled(fixedDelay = 200)
    synchronized void advance() {
        for (Rebuild rebuild : open()) {
            if (rebuild.status() == Status.RUNNING && models.lag(model(rebuild), rebuild.generation()) == 0) {
                long events = log.countAfter(0, model(rebuild).eventTypes());
                finish(rebuild, Status.READY, events);
                if (rebuild.autoAccept()) {
                    accept(find(rebuild.id()).orElseThrow());
                }
                LOG.info("Rebuilt {} from {} events", rebuild.readModel(), events);
            }
        }
    }

    private List<Rebuild> open() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM rebuild WHERE status IN ('RUNNING', 'READY')")
                .query((row, number) -> rebuild(row))
                .list();
    }

    private void finish(Rebuild rebuild, Status status, long events) {
        jdbc.sql("UPDATE rebuild SET status = :status, events_replayed = :events,"
                        + " finished_at = COALESCE(finished_at, :now) WHERE id = :id")
                .param("status", status.name())
                .param("events", events)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", rebuild.id())
                .update();
    }

    private ReadModel model(Rebuild rebuild) {
        return models.find(rebuild.readModel()).orElseThrow();
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Rebuild(
                row.getString("id"),
                row.getString("read_model"),
                row.getInt("generation"),
                Status.valueOf(row.getString("status")),
                row.getString("accept").equals("auto"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                row.getLong("events_replayed"));
    }
}
