package io.dividendsomatic.app.demo;

import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the demo's files into the inbox, those that never arrived, and tells when all of them are imported. */
@Component
@Profile("demo")
class DemoPortfolio implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPortfolio.class);

    /** For one file, its turn in the inbox included. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final ImportJournal journal;
    private final FileStreams streams;
    private final Environment environment;

    DemoPortfolio(Home home, ImportJournal journal, FileStreams streams, Environment environment) {
        this.home = home;
        this.journal = journal;
        this.streams = streams;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        List<DemoFile> files = DemoFile.all();
        for (DemoFile file : files) {
            if (streams.lastSequence(file.id()).isEmpty()) {
                file.putInto(home.inbox());
            }
        }
        List<ImportEntry> entries = new ArrayList<>();
        for (DemoFile file : files) {
            journal.await(file.id(), PATIENCE).ifPresent(entries::add);
        }
        LOG.info(
                "Dividendsomatic is at http://{}:{} — {} files, {} accounts, {} days",
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port"),
                entries.size(),
                entries.stream()
                        .flatMap(entry -> entry.accounts().stream())
                        .distinct()
                        .count(),
                entries.stream()
                        .flatMap(entry -> days(entry.fileId()))
                        .distinct()
                        .count());
    }

    private Stream<LocalDate> days(FileId file) {
        try (Stream<RowVerdict> rows = streams.rows(file)) {
            return rows
                    .filter(RowParsed.class::isInstance)
                    .flatMap(row -> ((RowParsed) row).facts().stream())
                    .filter(OpenPosition.class::isInstance)
                    .map(fact -> ((OpenPosition) fact).asOf())
                    .toList()
                    .stream();
        }
    }
}
