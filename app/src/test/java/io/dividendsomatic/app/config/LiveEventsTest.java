package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final int EVENTS = 300_000;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .optimizeEventConsumption(false)
            .build();
    private final LiveEvents live = new LiveEvents(store);

    @Test
    void a_reader_is_woken_when_a_transaction_has_committed() {
        AtomicBoolean woken = new AtomicBoolean();
        try (BlockingStream<TrackedEventMessage<?>> stream = live.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(() -> woken.set(true))).isTrue();
            DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            work.execute(() -> {
                store.publish(GenericEventMessage.asEventMessage("one"));
                assertThat(woken).isFalse();
            });
            assertThat(woken).isTrue();
        }
    }

    @Test
    void every_event_comes_once_while_others_look_for_it() throws Exception {
        IntStream.range(0, EVENTS).forEach(i -> store.publish(GenericEventMessage.asEventMessage(i)));
        AtomicBoolean done = new AtomicBoolean();
        List<Object> taken = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = live.openStream(null)) {
            CompletableFuture<?> looking = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    stream.hasNextAvailable();
                }
            });
            while (taken.size() < EVENTS && stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                taken.add(stream.nextAvailable().getPayload());
            }
            done.set(true);
            looking.get(10, TimeUnit.SECONDS);
        }
        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.range(0, EVENTS).mapToObj(i -> (Object) i).toList());
    }
}
