package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.StatementReader;
import io.dividendsomatic.ingestion.intake.WhenFileArrivedThenParse;
import io.dividendsomatic.ingestion.intake.WhenFileParsedThenRecordStatement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way of a file from its arrival to its accounts. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    /** Files in one transaction: a commit for each of many small files costs a third of the time. */
    private static final int FILES_A_BATCH = 20;

    @Bean
    Archive archive(@Value("${dividendsomatic.home}") Path home) {
        return new Archive(home.resolve("archive"));
    }

    @Bean
    FileStreams fileStreams(EventStore store) {
        return new FileStreams(store);
    }

    @Bean
    Intake intake(Archive archive, FileStreams streams, TransactionManager transactions, Clock clock) {
        return new Intake(archive, streams, transactions, clock);
    }

    @Bean
    StatementReader statementReader() {
        return StatementFormats.builtIn()::read;
    }

    @Bean
    SmartLifecycle policies(
            Processors processors,
            Archive archive,
            FileStreams streams,
            StatementReader reader,
            CommandGateway commands) {
        return new Policies(
                processors,
                new WhenFileArrivedThenParse(archive, reader, streams),
                new WhenFileParsedThenRecordStatement(streams, commands));
    }

    /** The policies are never replayed: their processors keep their names, and with them their places. */
    private static final class Policies implements SmartLifecycle {
        private final Processors processors;
        private final Object[] policies;
        private final List<PooledStreamingEventProcessor> running = new ArrayList<>();

        Policies(Processors processors, Object... policies) {
            this.processors = processors;
            this.policies = policies;
        }

        @Override
        public void start() {
            for (Object policy : policies) {
                running.add(processors.start(policy.getClass().getSimpleName(), policy, FILES_A_BATCH));
            }
        }

        @Override
        public void stop() {
            running.forEach(PooledStreamingEventProcessor::shutDown);
            running.clear();
        }

        @Override
        public boolean isRunning() {
            return !running.isEmpty();
        }

        /** Before the web server, which waits for the last phase. */
        @Override
        public int getPhase() {
            return 0;
        }
    }
}
