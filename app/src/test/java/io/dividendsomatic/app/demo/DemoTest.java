package io.dividendsomatic.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.reporting.consolidated.PortfolioReport;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.consolidated.Summary;
import io.dividendsomatic.reporting.history.Interval;
import io.dividendsomatic.reporting.history.ValueHistories;
import io.dividendsomatic.reporting.performance.PerformanceReport;
import io.dividendsomatic.reporting.performance.Performances;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DemoTest {
    /** The day of the accruals: without it they would be known from their ex dates on, which lie after it. */
    private static final LocalDate STATED = LocalDate.of(2026, 1, 30);

    /** Everything that the demo tells has happened by then. */
    private static final LocalDate LAST = LocalDate.of(2026, 11, 28);

    private static final BigDecimal CENT = new BigDecimal("0.005");

    private static final List<Function<Summary, @Nullable BigDecimal>> FIGURES = List.of(
            Summary::marketValue,
            Summary::costBasis,
            Summary::cash,
            Summary::netValue,
            Summary::netInvested,
            Summary::transfers,
            Summary::dividends,
            Summary::realizedPnl,
            Summary::totalReturn);

    @TempDir
    private Path home;

    @Test
    void the_demo_is_imported_once_however_often_it_starts(CapturedOutput output) throws IOException {
        for (int start = 1; start <= 2; start++) {
            try (var program = new SpringApplicationBuilder(Dividendsomatic.class)
                    .profiles("demo")
                    .run("--dividendsomatic.home=" + home, "--server.port=0", "--dividendsomatic.inbox.every=100ms")) {
                assertThat(program.isRunning()).isTrue();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> files("inbox").isEmpty());
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(declared(program.getBean(DividendOutlook.class)))
                                .containsExactly("KUUSI 2026-04-09", "ALFA 2026-04-15"));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> believable(program.getBean(Performances.class)));
                accountsAddUp(program.getBean(PortfolioReports.class), program.getBean(ValueHistories.class));
            }
            assertThat(output.getAll().split(" — 27 files, 3 accounts, 53 days", -1))
                    .hasSize(start + 1);
            assertThat(files("processed")).hasSize(27);
            assertThat(files("failed")).isEmpty();
            assertThat(files("archive")).hasSize(27);
        }
    }

    /** By instrument and pay day, what was announced on that day and comes until the end of April. */
    private static List<String> declared(DividendOutlook outlook) {
        LedgerOn question = new LedgerOn(STATED, Instant.parse("2999-01-01T00:00:00Z"), List.of(), null);
        return outlook.calendar(question, STATED, new Period(STATED, LocalDate.of(2026, 4, 30))).stream()
                .filter(entry -> entry.certainty() == Certainty.DECLARED)
                .map(entry -> entry.instrument().symbol() + " " + entry.payDate())
                .toList();
    }

    /** Nothing of what was put in or is shown first counts as gained: four years of dividends and small changes of price. */
    private static void believable(Performances performances) {
        PerformanceReport report = performances.answer(
                new HoldingsOn(LAST, Instant.parse("2999-01-01T00:00:00Z"), List.of(), null), null, null);
        assertThat(report.from()).isEqualTo(LocalDate.of(2022, 11, 15));
        assertThat(report.flows())
                .filteredOn(flow -> flow.account() != null)
                .hasSizeGreaterThan(10)
                .allSatisfy(flow -> assertThat(flow.sources()).isNotEmpty());
        assertThat(Objects.requireNonNull(report.timeWeighted()).yearly())
                .isBetween(new BigDecimal("0.03"), new BigDecimal("0.08"));
        assertThat(Objects.requireNonNull(report.moneyWeighted()).yearly())
                .isBetween(new BigDecimal("0.03"), new BigDecimal("0.09"));
    }

    /** To the cent, in any currency, though brokers report on days of their own; and the curve goes through the sum. */
    private static void accountsAddUp(PortfolioReports reports, ValueHistories histories) {
        for (String currency : List.of("EUR", "USD", "SEK", "NOK")) {
            for (LocalDate day : List.of(LAST, LocalDate.of(2025, 6, 20), LocalDate.of(2024, 2, 11))) {
                PortfolioReport all = reports.answer(asked(day, currency, List.of()));
                List<Summary> each = all.brokers().stream()
                        .flatMap(broker -> broker.accounts().stream())
                        .map(one -> reports.answer(asked(day, currency, List.of(one.account())))
                                .totals())
                        .toList();
                assertThat(each).hasSize(3);
                assertThat(histories
                                .answer(asked(day, currency, List.of()), day, Interval.DAY)
                                .points()
                                .getLast()
                                .netValue())
                        .isCloseTo(all.totals().netValue(), Assertions.within(CENT));
                for (Function<Summary, @Nullable BigDecimal> figure : FIGURES) {
                    BigDecimal sum = each.stream()
                            .flatMap(one -> Stream.ofNullable(figure.apply(one)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(figure.apply(all.totals()))
                            .as(currency + " " + day)
                            .isCloseTo(sum, Assertions.within(CENT));
                }
            }
        }
    }

    private static HoldingsOn asked(LocalDate day, String currency, List<AccountId> accounts) {
        return new HoldingsOn(day, Instant.parse("2999-01-01T00:00:00Z"), accounts, new CurrencyCode(currency));
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> found = Files.walk(home.resolve(folder))) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
