package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs one processor for every generation of every read model, and knows which generation answers. */
@Component
class ReadModels implements SmartLifecycle, Generations {
    /** Events in one transaction of a projection. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ObjectProvider<ReadModel> models;
    private final Processors processors;
    private final EventLog log;
    private final Map<String, Integer> active = new ConcurrentHashMap<>();
    private final Map<String, PooledStreamingEventProcessor> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    ReadModels(JdbcClient jdbc, ObjectProvider<ReadModel> models, Processors processors, EventLog log) {
        this.jdbc = jdbc;
        this.models = models;
        this.processors = processors;
        this.log = log;
    }

    /** What an administrator sees of a read model. Positions are global event indexes. */
    record Status(String name, int generation, String status, long position, long head, long lag, long rows) {}

    @Override
    public int active(String readModel) {
        return active.computeIfAbsent(readModel, this::readOrCreate);
    }

    List<Status> statuses() {
        return models.orderedStream().map(this::status).toList();
    }

    Optional<ReadModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    private Status status(ReadModel model) {
        int generation = active(model.name());
        PooledStreamingEventProcessor processor = running.get(processorName(model.name(), generation));
        String status =
                processor == null || !processor.isRunning() ? "STOPPED" : processor.isError() ? "FAILED" : "RUNNING";
        long position = position(model, generation);
        return new Status(
                model.name(),
                generation,
                status,
                position,
                log.head(),
                log.countAfter(position, model.eventTypes()),
                model.rows(generation));
    }

    long position(ReadModel model, int generation) {
        return log.position(processorName(model.name(), generation));
    }

    long lag(ReadModel model, int generation) {
        return log.countAfter(position(model, generation), model.eventTypes());
    }

    void fill(ReadModel model, int generation) {
        running.computeIfAbsent(
                processorName(model.name(), generation),
                name -> processors.start(name, model.handlersFor(generation), BATCH));
    }

    /** Makes another generation answer; readers see it from the next query on. */
    void activate(ReadModel model, int generation) {
        jdbc.sql("UPDATE read_model SET generation = :generation WHERE name = :name")
                .param("generation", generation)
                .param("name", model.name())
                .update();
        active.put(model.name(), generation);
    }

    void stopAndDrop(ReadModel model, int generation) {
        String name = processorName(model.name(), generation);
        PooledStreamingEventProcessor processor = running.remove(name);
        if (processor != null) {
            processor.shutDown();
        }
        model.drop(generation);
        log.forget(name);
    }

    private int readOrCreate(String name) {
        return jdbc.sql("SELECT generation FROM read_model WHERE name = :name")
                .param("name", name)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql("INSERT INTO read_model (name, generation) VALUES (:name, 1)")
                            .param("name", name)
                            .update();
                    return 1;
                });
    }

    private static String processorName(String readModel, int generation) {
        return readModel + "-" + generation;
    }

    @Override
    public void start() {
        models.stream().forEach(model -> fill(model, active(model.name())));
        started = true;
    }

    @Override
    public void stop() {
        running.values().forEach(PooledStreamingEventProcessor::shutDown);
        running.clear();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
