package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Tells files, takes them back and asks what was held, on either database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class TakenBackFiles {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Intake intake;

    @Autowired
    Retractions retractions;

    @Autowired
    ImportJournal journal;

    @Autowired
    ToldFiles files;

    @Autowired
    ReadModels readModels;

    @Autowired
    HoldingsView holdings;

    List<String> quantities(AccountId account, Instant knownAt) {
        Holdings answer = holdings.answer(new HoldingsOn(day(31), knownAt, List.of(account), null));
        return answer.items().stream()
                .map(holding -> holding.quantity().toString())
                .toList();
    }

    ImportEntry entry(ToldFile file) {
        return journal.find(file.id()).orElseThrow();
    }

    static Instant moment() throws InterruptedException {
        Thread.sleep(2);
        Instant now = Clock.systemUTC().instant();
        Thread.sleep(2);
        return now;
    }

    void tell(ToldFile... told) throws Exception {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        for (ToldFile file : told) {
            assertThat(journal.await(file.id(), PATIENCE)).isPresent();
        }
        readModels.awaitStored(PATIENCE);
    }

    void retract(ToldFile file) throws Exception {
        assertThat(retractions.retract(file.id(), "sent by mistake")).isTrue();
        settled(file.id(), Status.RETRACTED);
    }

    void restore(ToldFile file) throws Exception {
        retractions.restore(file.id());
        settled(file.id(), Status.PARSED);
    }

    void settled(FileId file, Status status) throws InterruptedException {
        assertThat(journal.await(file, PATIENCE).orElseThrow().status()).isEqualTo(status);
        readModels.awaitStored(PATIENCE);
    }
}
