package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every real Activity Statement and position file, imported in both orders. */
class RealFilesTest {
    private static final AccountId RUSSIAN = AccountId.parse("ibkr:TEST");
    private static final AccountId DEMO = AccountId.parse("ibkr:U12345678");
    private static final AccountId GIVEN = AccountId.parse("ibkr:GIVEN");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @TempDir
    private static Path folder;

    private static List<Path> files = List.of();

    @BeforeAll
    static void find() throws IOException {
        String samples = System.getenv("DIVIDENDSOMATIC_SAMPLES");
        assumeThat(samples)
                .as("DIVIDENDSOMATIC_SAMPLES names no folder of real files")
                .isNotNull();
        try (Stream<Path> statements = Files.list(Path.of(samples, "ibkr-activity"));
                Stream<Path> flex = Files.list(Path.of(samples, "ibkr-flex-csv"))) {
            files = Stream.concat(statements, flex).sorted().toList();
        }
    }

    @Test
    void any_order_of_the_files_gives_the_holdings_that_they_state() throws Exception {
        Map<String, List<String>> forward = read("forward", files);
        List<Path> backwards = new ArrayList<>(files);
        Collections.reverse(backwards);
        assertThat(read("backward", backwards)).isEqualTo(forward);

        assertThat(forward.get(RUSSIAN + " 2019-12-31")).containsExactly("TSLA 6", "VTI 10");
        assertThat(forward.get(RUSSIAN + " 2020-12-31"))
                .containsExactly(
                        "LI 61",
                        "MAC 83",
                        "MO 55",
                        "OKE 64",
                        "OXY 72",
                        "RDS B 61",
                        "SLB 15",
                        "SPG 22",
                        "VLO 17",
                        "VTI 104",
                        "WFC 34");
        assertThat(forward.get(DEMO + " 2020-12-31"))
                .containsExactly("ABBV 6", "BAC 68", "BBY 6", "BEN 24", "BKE 48", "CSCO 13", "CVX 6", "DVN 95");
        assertThat(forward.get(DEMO + " 2021-12-31")).hasSize(16).contains("JNJ 3", "KO 22", "FNF 71");
        assertThat(forward.get(DEMO + " 2022-12-31")).hasSize(19).contains("JNJ 6", "AFL 9", "ADM 12");
    }

    /** Imports the files into a program of their own; what it then holds, by account and year's end. */
    private static Map<String, List<String>> read(String home, List<Path> order) throws Exception {
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Dividendsomatic.class)
                .run("--dividendsomatic.home=" + folder.resolve(home), "--server.port=0")) {
            for (Path file : order) {
                take(program, file);
            }
            program.getBean(ReadModels.class).awaitStored(PATIENCE);
            Map<String, List<String>> held = new TreeMap<>();
            for (AccountId account : List.of(RUSSIAN, DEMO)) {
                for (int year = 2019; year <= 2022; year++) {
                    LocalDate day = LocalDate.of(year, 12, 31);
                    held.put(account + " " + day, holdings(program, account, day));
                }
            }
            return held;
        }
    }

    private static void take(ConfigurableApplicationContext program, Path file) throws Exception {
        Intake intake = program.getBean(Intake.class);
        Delivery delivery = new Delivery(
                FileSource.DIRECTORY, file.getFileName().toString(), Files.readAllBytes(file), GIVEN, null);
        Receipt taken = intake.receive(delivery);
        assertThat(taken).isInstanceOf(Receipt.Taken.class);
        ImportEntry entry = program.getBean(ImportJournal.class)
                .await(taken.file(), PATIENCE)
                .orElseThrow();
        assertThat(entry.status()).isNotEqualTo(ImportEntry.Status.RUNNING);
        assertThat(entry.rows().total())
                .isEqualTo(entry.rows().parsed()
                        + entry.rows().rejected()
                        + entry.rows().ignored());
        if (entry.status() == ImportEntry.Status.PARSED) {
            assertThat(entry.rows().rejected()).as(entry.name()).isZero();
            assertThat(intake.receive(delivery)).isEqualTo(new Receipt.Known(taken.file()));
        }
    }

    private static List<String> holdings(ConfigurableApplicationContext program, AccountId account, LocalDate day) {
        Holdings holdings =
                program.getBean(HoldingsView.class).answer(new HoldingsOn(day, LATER, List.of(account), null));
        return holdings.items().stream().map(RealFilesTest::text).sorted().toList();
    }

    private static String text(Holding holding) {
        return holding.symbol() + " " + holding.quantity();
    }
}
