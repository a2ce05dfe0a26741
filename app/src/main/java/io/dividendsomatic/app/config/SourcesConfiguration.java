package io.dividendsomatic.app.config;

import io.dividendsomatic.app.terms.TermsAtHome;
import io.dividendsomatic.dividends.history.DividendSettings;
import io.dividendsomatic.ingestion.aliases.AliasesAtHome;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.StatementReader;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.ingestion.source.InboxSettings;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.ReferencesAtHome;
import io.dividendsomatic.portfolio.account.WhatIf;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.references.StoredReferences;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import io.dividendsomatic.reporting.margin.MarginSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the user has set in files at home, and what a file would do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DividendSettings.class, MarginSettings.class})
class SourcesConfiguration {
    /** The name under which the user's own rates stand. */
    private static final String RATES = "rates.yaml";

    /** How long a version of a file at home waits for its reading, before it is looked at again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    ReferencesAtHome ratesAtHome(
            Home home, Intake intake, ImportJournal journal, EventStore store, CommandGateway commands) {
        StoredReferences stored = new StoredReferences(store);
        return new ReferencesAtHome(
                home.rates(),
                intake::receive,
                file -> await(journal, file),
                () -> stored.inForce(RATES),
                file -> commands.sendAndWait(new ReplaceReferences(RATES, file.orElse(null))));
    }

    private static Optional<ImportEntry> await(ImportJournal journal, FileId file) {
        try {
            return journal.await(file, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Bean
    AliasesAtHome aliases(Home home, Archive archive, CommandGateway commands) {
        return new AliasesAtHome(home.aliases(), archive, commands::sendAndWait);
    }

    @Bean
    TermsAtHome dividendTerms(Home home, Archive archive, EventStore store, CommandGateway commands, Clock clock) {
        return new TermsAtHome(
                home.dividends(),
                archive,
                new StoredReferences(store),
                (name, file) -> commands.sendAndWait(new ReplaceReferences(name, file.orElse(null))),
                clock);
    }

    /** What the user has set in files of the home folder. */
    @Bean
    PlannedSources sourcesAtHome(
            ReferencesAtHome rates, AliasesAtHome aliases, TermsAtHome terms, InboxSettings settings) {
        Plan plan = new Plan.Watched(settings.every(), Plan.Of.SETTINGS);
        return new PlannedSources(Stream.of(rates, aliases, terms)
                .map(source -> new PlannedSource(source, plan))
                .toList());
    }

    @Bean
    DryRun dryRun(StatementReader reader, EventStore store, Clock clock) {
        return new DryRun(reader, new WhatIf(store), new StoredReferences(store), clock);
    }
}
