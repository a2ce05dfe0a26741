package io.dividendsomatic.app.config;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes event processors. Each has one segment: order within a read model is worth more than a second thread, and the
 * processors run side by side. A handler's error stops its processor, which tries again; nothing is skipped.
 */
@Component
public class Processors implements DisposableBean {
    /** How often a processor looks for events of another node, and for segments that another node left. */
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final LiveEvents events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Failures failures;
    private final Map<String, PooledStreamingEventProcessor> started = new ConcurrentHashMap<>();
    private final ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("coordinator-", 0).daemon().factory());
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().name("worker-", 0).daemon().factory());

    Processors(EventStore store, TokenStore tokens, TransactionManager transactions, Failures failures) {
        this.events = new LiveEvents(store);
        this.tokens = tokens;
        this.transactions = transactions;
        this.failures = failures;
    }

    /**
     * Starts a processor that feeds the {@code @EventHandler} methods of objects, from the first event or from where the
     * processor of that name had stopped.
     *
     * @param batch events in one transaction
     */
    public PooledStreamingEventProcessor start(String name, int batch, Object... handlers) {
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handlers)
                        .listenerInvocationErrorHandler((error, event, handler) -> {
                            failures.note(name, event, error);
                            PropagatingErrorHandler.instance().onError(error, event, handler);
                        })
                        .sequencingPolicy(new SequentialPolicy())
                        .build())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(context -> {
                    failures.noteBatch(name, context.failedEvents(), context.error());
                    PropagatingErrorHandler.instance().handleError(context);
                })
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .tokenClaimInterval(LOOK_EVERY_MILLIS)
                .batchSize(batch)
                .build();
        processor.start();
        started.put(name, processor);
        return processor;
    }

    /** Has a processor that stopped at an error try again at once, instead of when its pause is over. */
    public void tryAgain(String name) {
        PooledStreamingEventProcessor processor = started.get(name);
        if (processor != null && processor.isRunning()) {
            processor.shutDown();
            processor.start();
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
        coordinators.shutdown();
    }
}
