package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.SourceRefusals;
import io.dividendsomatic.ingestion.source.mail.MailCursors;
import io.dividendsomatic.ingestion.source.mail.MailSource;
import io.dividendsomatic.ingestion.source.mail.MailSources;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mailboxes that the user has configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSources.class)
class MailConfiguration {
    private static final String CRON = "0 */15 * * * MON-SAT";
    private static final Duration JITTER = Duration.ofMinutes(1);

    @Bean
    PlannedSources mailboxes(
            MailSources settings,
            MailCursors cursors,
            SourceRefusals refusals,
            Intake intake,
            ImportJournal journal,
            Clock clock) {
        MailSource.Office office = new JournalOffice(intake, journal);
        return new PlannedSources(settings.mail().entrySet().stream()
                .map(box -> new PlannedSource(
                        new MailSource(box.getKey(), box.getValue(), cursors, refusals, office, clock),
                        box.getValue().schedule().plan(CRON, JITTER)))
                .toList());
    }

    private record JournalOffice(Intake intake, ImportJournal journal) implements MailSource.Office {
        /** How long a message waits for the reading of its files before it is left as it is. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        @Override
        public List<Receipt> receive(List<Delivery> files) {
            return intake.receive(files);
        }

        @Override
        public Optional<ImportEntry> await(FileId file) {
            try {
                return journal.await(file, PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
