package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.intake.Continuations;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.ingestion.intake.FormatsAtHome;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Rereading;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.intake.StatementReader;
import io.dividendsomatic.ingestion.intake.StreamWork;
import io.dividendsomatic.ingestion.intake.WhenFileArrivedThenParse;
import io.dividendsomatic.ingestion.intake.WhenFileParsedThenRecordStatement;
import io.dividendsomatic.ingestion.intake.WhenFileRetractedThenRetractStatements;
import io.dividendsomatic.portfolio.account.WhatIf;
import io.dividendsomatic.portfolio.references.StoredReferences;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
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
    StreamWork streamWork(TransactionManager transactions) {
        return new StreamWork(transactions);
    }

    @Bean
    Intake intake(Archive archive, FileStreams streams, StreamWork work, Clock clock) {
        return new Intake(archive, streams, work, clock);
    }

    @Bean
    Retractions retractions(FileStreams streams, EventStore store, StreamWork work, Clock clock) {
        return new Retractions(streams, new WhatIf(store), work, clock);
    }

    @Bean
    Continuations continuations(Archive archive, Retractions retractions) {
        return new Continuations(archive, retractions);
    }

    @Bean
    Rereading rereading(Archive archive, StatementReader reader, FileStreams streams, StreamWork work) {
        return new Rereading(archive, reader, streams, work);
    }

    @Bean
    FormatsAtHome formats(@Value("${dividendsomatic.home}") Path home) {
        return new FormatsAtHome(home.resolve("mappings"));
    }

    @Bean
    SmartLifecycle policies(
            Processors processors,
            Archive archive,
            FileStreams streams,
            StatementReader reader,
            EventStore store,
            CommandGateway commands) {
        return new Policies(
                processors,
                new WhenFileArrivedThenParse(archive, reader, streams),
                new WhenFileParsedThenRecordStatement(streams, commands),
                new WhenFileRetractedThenRetractStatements(streams, new StoredReferences(store), commands));
    }

    /** The policies are never replayed: their processor keeps its name, and with it its place. */
    private static final class Policies implements SmartLifecycle {
        private static final String PROCESSOR = "policies";

        private final Processors processors;
        private final Object[] policies;
        private @Nullable PooledStreamingEventProcessor running;

        Policies(Processors processors, Object... policies) {
            this.processors = processors;
            this.policies = policies;
        }

        @Override
        public void start() {
            running = processors.start(PROCESSOR, FILES_A_BATCH, policies);
        }

        @Override
        public void stop() {
            if (running != null) {
                running.shutDown();
                running = null;
            }
        }

        @Override
        public boolean isRunning() {
            return running != null;
        }

        /** Before the web server, which waits for the last phase. */
        @Override
        public int getPhase() {
            return 0;
        }
    }
}
