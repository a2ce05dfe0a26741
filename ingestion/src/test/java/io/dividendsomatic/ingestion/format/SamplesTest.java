package io.dividendsomatic.ingestion.format;

import static io.dividendsomatic.ingestion.format.Arrivals.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real files that other projects test with, where the environment names their folder. */
class SamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    @Test
    void every_activity_statement_is_read_and_no_row_disappears() throws IOException {
        for (Path file : files("ibkr-activity")) {
            FileEvent ending = read(file).getLast();
            FileParsed parsed = (FileParsed) ending;
            RowCounts rows = parsed.rows();
            assertThat(rows.total()).as(file.toString()).isEqualTo(dataRecords(file));
            assertThat(rows.rejected()).as(file + " " + parsed.problems()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ibzakharov__interactive-brokers-tax__2019|TSLA=6 VTI=10",
                "ibzakharov__interactive-brokers-tax__2020|"
                        + "LI=61 MAC=83 MO=55 OKE=64 OXY=72 RDS B=61 SLB=15 SPG=22 VLO=17 VTI=104 WFC=34",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2020|"
                        + "ABBV=6 BAC=68 BBY=6 BEN=24 BKE=48 CSCO=13 CVX=6 DVN=95",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2021|"
                        + "BKE=48 CSCO=13 CVX=6 DVN=95 ED=11 EIX=9 EMR=12 ETR=5 FITB=12 FNF=71 GLW=13 GPC=4 HRL=25"
                        + " JNJ=3 KHC=14 KO=22",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2022|"
                        + "ABBV=3 ADM=12 AFL=9 ALLY=12 BAC=20 BBY=6 BEN=20 BKE=48 CVX=6 DVN=95 ED=11 EIX=9 EMR=12"
                        + " ETR=5 GPC=4 HRL=25 JNJ=6 KHC=14 KO=22",
                "chrisudf__ibkr-tax-report__demo_fy2025|AAPL=100 MSFT 19DEC25 400 P=-1"
            })
    void positions_are_those_of_the_statement(String file, String expected) throws IOException {
        assertThat(positions(read(Path.of(FOLDER, "ibkr-activity", file + ".csv"))))
                .isEqualTo(expected);
    }

    @Test
    void a_framed_query_gives_positions_and_the_isins_of_its_instruments() throws IOException {
        List<FileEvent> events =
                read(Path.of(FOLDER, "ibkr-flex-csv", "berrylove0619__IBKR-Statement__daily_sample.csv"));
        assertThat(positions(events)).isEqualTo("AAPL=100 MSFT=50");
        assertThat(Arrivals.parsed(events).accounts()).containsExactly(AccountId.parse("ibkr:U1234567"));
        assertThat(facts(events, InstrumentDetail.class)
                        .map(row -> row.instrument().isin()))
                .containsExactly(new Isin("US0378331005"), new Isin("US5949181045"));
    }

    private static String positions(List<FileEvent> events) {
        return facts(events, OpenPosition.class)
                .map(row -> row.instrument().symbol() + "=" + row.quantity())
                .collect(Collectors.joining(" "));
    }

    private static List<FileEvent> read(Path file) throws IOException {
        return Arrivals.read(file.getFileName().toString(), Files.readAllBytes(file), Arrivals.GIVEN);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(FOLDER, folder))) {
            return files.sorted().toList();
        }
    }

    /** Counted without our reader; no quoted cell of the samples holds a line break. */
    private static long dataRecords(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(
                            line -> !line.isBlank() && !line.replace("\"", "").contains(",Header,"))
                    .count();
        }
    }
}
