package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells the pages that listen how far files have come, as server-sent events.
 *
 * <p>Who listens is let go before the server waits for the requests that it still answers: a page would listen on, and
 * the stop take as long as the server is ready to wait.
 */
@Controller
class LiveImports implements SmartLifecycle {
    /** Then the browser asks again, as it does after every break. */
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private static final long LOOK_MILLIS = 300;
    private static final int NEWEST = 25;

    private final ImportJournal journal;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable Map<String, Progress> told;
    private volatile boolean running;

    LiveImports(ImportJournal journal) {
        this.journal = journal;
    }

    /** How far a file has come. */
    record Progress(
            String fileId, String name, ImportEntry.Status status, int total, int parsed, int rejected, int ignored) {
        static Progress of(ImportEntry entry) {
            return new Progress(
                    entry.fileId().sha256(),
                    entry.name(),
                    entry.status(),
                    entry.rows().total(),
                    entry.rows().parsed(),
                    entry.rows().rejected(),
                    entry.rows().ignored());
        }
    }

    @GetMapping(path = "/imports/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SseEmitter listener = new SseEmitter(LENGTH.toMillis());
        Runnable gone = () -> listeners.remove(listener);
        listener.onCompletion(gone);
        listener.onTimeout(listener::complete);
        listener.onError(error -> gone.run());
        listener.send(SseEmitter.event().comment("listening")); // else no head goes out before the first file
        listeners.add(listener);
        if (!running) { // the browser asks again, until the program is back
            listener.complete();
        }
        return listener;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        listeners.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest is stopped first. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    /** Looks only while somebody listens. */
    @Scheduled(fixedDelay = LOOK_MILLIS)
    void look() {
        if (listeners.isEmpty()) {
            told = null;
            return;
        }
        Map<String, Progress> now = new HashMap<>();
        List<ImportEntry> newest = journal.newestFirst(0, NEWEST).getContent();
        newest.forEach(entry -> now.put(entry.fileId().sha256(), Progress.of(entry)));
        Map<String, Progress> before = told;
        if (before != null) { // who begins to listen has just loaded the page
            now.values().stream()
                    .filter(progress -> !progress.equals(before.get(progress.fileId())))
                    .forEach(this::tell);
        }
        told = now;
    }

    private void tell(Progress progress) {
        listeners.removeIf(listener -> {
            try {
                listener.send(SseEmitter.event().name("import").data(progress, MediaType.APPLICATION_JSON));
                return false;
            } catch (IOException | IllegalStateException gone) {
                return true;
            }
        });
    }
}
