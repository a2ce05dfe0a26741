package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Plan;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the watched sources as long as the program runs; a program that runs for one command looks at brokers' files
 * only where it is asked to.
 */
@Component
class SourceWatches implements SmartLifecycle {
    private final Map<String, SourceWatch> watches = new LinkedHashMap<>();
    private volatile boolean running;

    SourceWatches(
            SourceRegistry registry, Clock clock, @Value("${dividendsomatic.one-command:false}") boolean oneCommand) {
        registry.all().forEach(source -> {
            if (source.plan() instanceof Plan.Watched watched) {
                boolean onlyWhenAsked = oneCommand && watched.what() == Plan.Of.FILES;
                watches.put(source.name(), new SourceWatch(source.source(), watched.every(), onlyWhenAsked, clock));
            }
        });
    }

    /** Looks at once; a look that is under way comes first. */
    void lookNow(String name) {
        watch(name).wake();
    }

    SourceState state(String name) {
        return watch(name).state();
    }

    private SourceWatch watch(String name) {
        SourceWatch watch = watches.get(name);
        if (watch == null) {
            throw new IllegalArgumentException("not watched: " + name);
        }
        return watch;
    }

    @Override
    public void start() {
        watches.values().forEach(SourceWatch::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        watches.values().forEach(SourceWatch::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
