package io.dividendsomatic.app.config;

import io.dividendsomatic.portfolio.references.StoredReferences;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.StatementReader;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.ingestion.source.CsvDirectory;
import io.dividendsomatic.ingestion.source.InboxSettings;
import io.dividendsomatic.portfolio.account.WhatIf;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sources of files, and what a file would do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
class SourcesConfiguration {

    @Bean
    CsvDirectory csvDirectory(Home home, InboxSettings settings, Clock clock, Intake intake, ImportJournal journal) {
        CsvDirectory.Folders folders = new CsvDirectory.Folders(home.inbox(), home.processed(), home.failed());
        return new CsvDirectory(folders, settings, clock, intake::receive, journal::completed);
    }

    @Bean
    SourceWatch inboxWatch(CsvDirectory directory, InboxSettings settings) {
        return new SourceWatch(directory, settings.every());
    }

    @Bean
    DryRun dryRun(StatementReader reader, EventStore store, Clock clock) {
        return new DryRun(reader, new WhatIf(store), new StoredReferences(store), clock);
    }
}
