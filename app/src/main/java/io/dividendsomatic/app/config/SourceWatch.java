package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.source.StatementSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at one source again and again, on a thread of its own: a slow source holds up nothing else. */
final class SourceWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

    private final StatementSource source;
    private final Duration every;
    private volatile @Nullable Thread watcher;

    SourceWatch(StatementSource source, Duration every) {
        this.source = source;
        this.every = every;
    }

    @Override
    public void start() {
        watcher = Thread.ofPlatform().name(source.name()).daemon().start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (source.available()) {
                    source.fetch();
                }
            } catch (RuntimeException e) {
                LOG.error("The source {} failed and is tried again", source.name(), e);
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        Thread running = watcher;
        watcher = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
