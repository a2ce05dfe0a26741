package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Positions;
import io.dividendsomatic.portfolio.projection.ReadModel;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs one processor for every generation that is read or being rebuilt. What should run stands in the database, so that
 * every node follows a swap that another node made.
 */
@Component
public class ReadModels implements SmartLifecycle, Generations, Positions {
    /** Events in one transaction of a projection. */
    private static final int BATCH = 500;

    private static final long LOOK_MILLIS = 10;

    /** How long at least no event is stored before the tables are brought up to date without being asked. */
    private static final long SETTLE_MILLIS = 1_000;

    /** So many times as long as the last time took, so that work which more files undo takes a tenth of the time. */
    private static final int QUIET_TIMES = 10;

    private final JdbcClient jdbc;
    private final ObjectProvider<ReadModel> models;
    private final Processors processors;
    private final EventLog log;
    private final Map<Generation, PooledStreamingEventProcessor> running = new ConcurrentHashMap<>();
    private volatile boolean started;
    private long quietHead;
    private long quietSince = System.nanoTime();
    private String settled = "";
    private long quietNanos;

    ReadModels(JdbcClient jdbc, ObjectProvider<ReadModel> models, Processors processors, EventLog log) {
        this.jdbc = jdbc;
        this.models = models;
        this.processors = processors;
        this.log = log;
    }

    /**
     * What an administrator sees of a read model. Positions are global event indexes.
     *
     * @param outdated whether an older program filled what answers, which this one would fill otherwise
     */
    public record Status(
            String name,
            int generation,
            String status,
            long position,
            long head,
            long lag,
            long rows,
            boolean outdated) {}

    private record Generation(String readModel, int number) {
        String processor() {
            return readModel + "-" + number;
        }
    }

    @Override
    public int active(String readModel) {
        return Standpoint.once(
                List.of(Generations.class, readModel),
                () -> jdbc.sql("SELECT generation FROM read_model WHERE name = :name")
                        .param("name", readModel)
                        .query(Integer.class)
                        .single());
    }

    @Override
    public long position(String readModel) {
        return position(readModel, active(readModel));
    }

    List<Status> statuses() {
        return models.orderedStream().map(this::status).toList();
    }

    Optional<ReadModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** Those that an older program filled, which this one would fill otherwise. */
    List<ReadModel> outdated() {
        return models.orderedStream().filter(this::isOutdated).toList();
    }

    private boolean isOutdated(ReadModel model) {
        return jdbc.sql("SELECT revision FROM read_model WHERE name = :name")
                        .param("name", model.name())
                        .query(Integer.class)
                        .single()
                < model.revision();
    }

    /** How many stored events of its kinds a generation has not applied. */
    long lag(ReadModel model, int generation) {
        return log.countAfter(position(model.name(), generation), model.eventTypes());
    }

    /**
     * Waits until what answers has applied everything that is stored by now, so that who has told something can ask for
     * it at once, and whoever looks into the tables finds it there. Gives up after a while: then the answers come later.
     */
    public void awaitStored(Duration patience) throws InterruptedException {
        long head = log.head();
        for (long left = patience.toMillis(); left > 0; left -= LOOK_MILLIS) {
            if (haveApplied(head)) {
                models.forEach(model -> model.settle(active(model.name())));
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Whether what answers has applied everything that is stored by now. */
    boolean areUpToDate() {
        return started && haveApplied(log.head());
    }

    private boolean haveApplied(long head) {
        return models.stream()
                .allMatch(model ->
                        log.countBetween(position(model.name(), active(model.name())), head, model.eventTypes()) == 0);
    }

    /**
     * Settles what answers when nothing new came for a while, the longer the more work it is: between files that come one
     * by one it would do the same again and again. Who asks meanwhile settles what the question is about.
     */
    @Scheduled(fixedDelay = SETTLE_MILLIS)
    void settle() {
        long head = log.head();
        long now = System.nanoTime();
        if (head != quietHead) {
            quietHead = head;
            quietSince = now;
        } else if (started && now - quietSince >= quietNanos && haveApplied(head)) {
            String wanted =
                    head + " " + models.stream().map(this::activeProcessor).toList();
            if (wanted.equals(settled)) {
                models.forEach(model -> model.settle(active(model.name())));
            } else {
                models.forEach(model -> model.settleAtRest(active(model.name())));
                settled = wanted;
                quietNanos = (System.nanoTime() - now) * QUIET_TIMES;
            }
        }
    }

    private String activeProcessor(ReadModel model) {
        return new Generation(model.name(), active(model.name())).processor();
    }

    /** Starts what should run here and does not, and stops what should not. */
    @Scheduled(fixedDelay = 1_000)
    synchronized void align() {
        if (!started) {
            return;
        }
        Set<Generation> wanted = wanted();
        running.forEach((generation, processor) -> {
            if (!wanted.contains(generation)) {
                processor.shutDown();
                running.remove(generation);
            }
        });
        wanted.forEach(generation -> running.computeIfAbsent(generation, this::run));
    }

    /** Deletes a generation that no node reads or writes any more. */
    void drop(ReadModel model, int generation) {
        model.drop(generation);
        log.forget(new Generation(model.name(), generation).processor());
    }

    /** Whether this program fills that generation. */
    boolean isRunning(String readModel, int generation) {
        return running.containsKey(new Generation(readModel, generation));
    }

    /** Whether its processor stands before an event that it could not take in; it tries again by itself. */
    boolean isFailing(String readModel, int generation) {
        PooledStreamingEventProcessor processor = running.get(new Generation(readModel, generation));
        return processor != null && processor.isError();
    }

    private PooledStreamingEventProcessor run(Generation generation) {
        ReadModel model = find(generation.readModel()).orElseThrow();
        return processors.start(generation.processor(), BATCH, model.handlersFor(generation.number()));
    }

    private Set<Generation> wanted() {
        Set<String> names = models.stream().map(ReadModel::name).collect(Collectors.toSet());
        return jdbc
                .sql("SELECT name, generation FROM read_model"
                        + " UNION SELECT read_model, generation FROM rebuild WHERE status IN ('RUNNING', 'READY')")
                .query((row, number) -> new Generation(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .filter(generation -> names.contains(generation.readModel()))
                .collect(Collectors.toSet());
    }

    private Status status(ReadModel model) {
        Generation generation = new Generation(model.name(), active(model.name()));
        PooledStreamingEventProcessor processor = running.get(generation);
        String status =
                processor == null || !processor.isRunning() ? "STOPPED" : processor.isError() ? "FAILED" : "RUNNING";
        long position = position(model.name(), generation.number());
        return new Status(
                model.name(),
                generation.number(),
                status,
                position,
                log.head(),
                log.countAfter(position, model.eventTypes()),
                model.rows(generation.number()),
                isOutdated(model));
    }

    private long position(String readModel, int generation) {
        return log.position(new Generation(readModel, generation).processor());
    }

    @Override
    public void start() {
        models.forEach(this::register);
        started = true;
        align();
    }

    private void register(ReadModel model) {
        try {
            jdbc.sql("INSERT INTO read_model (name, generation, revision) VALUES (:name, 1, :revision)")
                    .param("name", model.name())
                    .param("revision", model.revision())
                    .update();
        } catch (DuplicateKeyException known) {
            // registered at an earlier start, or by another node
        }
    }

    @Override
    public synchronized void stop() {
        started = false;
        running.values().forEach(PooledStreamingEventProcessor::shutDown);
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the web server, which waits for the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
