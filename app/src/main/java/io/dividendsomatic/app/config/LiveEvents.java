package io.dividendsomatic.app.config;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The event store's stream, which wakes its readers as soon as a transaction of this program has committed. Axon's
 * embedded store offers no such callback, so that its pooled processors look only twice a second. Events of another
 * node are still found by looking.
 */
final class LiveEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventStore store;
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();

    LiveEvents(EventStore store) {
        this.store = store;
        store.registerDispatchInterceptor(events -> {
            CurrentUnitOfWork.ifStarted(work -> work.root().afterCommit(done -> callbacks.forEach(Runnable::run)));
            return (index, event) -> event;
        });
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LiveStream(store.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    /**
     * Synchronized, because a coordinator that was woken may look for the next event while the task before it takes one:
     * Axon's own stream is made for one thread, and would hand out an event twice or never.
     */
    private final class LiveStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable Runnable callback;

        LiveStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public synchronized boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = onAvailable;
            callbacks.add(onAvailable);
            return true;
        }

        @Override
        public synchronized Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public synchronized void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public synchronized void close() {
            if (callback != null) {
                callbacks.remove(callback);
            }
            stream.close();
        }
    }
}
