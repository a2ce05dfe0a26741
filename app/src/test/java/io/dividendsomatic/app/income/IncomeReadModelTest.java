package io.dividendsomatic.app.income;

import static io.dividendsomatic.app.income.Rows.ALFA;
import static io.dividendsomatic.app.income.Rows.BETA;
import static io.dividendsomatic.app.income.Rows.accrual;
import static io.dividendsomatic.app.income.Rows.day;
import static io.dividendsomatic.app.income.Rows.dividend;
import static io.dividendsomatic.app.income.Rows.file;
import static io.dividendsomatic.app.income.Rows.inLieu;
import static io.dividendsomatic.app.income.Rows.tax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.history.ForecastJournal;
import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What the read model must do on either database. Every test has accounts of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class IncomeReadModelTest {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final int OTHER_GENERATION = 900;
    private static final AtomicInteger REBUILDS = new AtomicInteger();
    private static final List<String> TABLES =
            List.of("account", "event", "telling", "accrual", "forecast", "settled", "payment", "expected");

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    ReadModels readModels;

    @Autowired
    DividendsReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    DividendHistory dividends;

    @Autowired
    ForecastJournal forecasts;

    @Autowired
    JdbcClient jdbc;

    private static List<ToldFile> spring(AccountId account) {
        return List.of(
                file(
                        account,
                        "march",
                        1,
                        dividend(day(3, 5), ALFA, "0.4", "40"),
                        inLieu(day(3, 5), ALFA, "0.4", "8"),
                        tax(day(3, 5), ALFA, "Cash Dividend USD 0.4 per Share - US Tax", "-6")),
                file(account, "whole", 4, dividend(day(3, 5), ALFA, "0.4", "40"), dividend(day(4, 7), BETA, "1", "10")),
                file(account, "april", 2, dividend(day(4, 7), BETA, "1", "10"), tax(day(4, 7), BETA, "US Tax", "-1.5")),
                file(
                        account,
                        "accruals",
                        3,
                        accrual(day(3, 1), ALFA, day(2, 20), day(3, 5), "0.4", "120"),
                        accrual(day(4, 20), ALFA, day(5, 20), day(6, 5), "0.4", "120")),
                file(account, "correction", 6, tax(day(3, 5), ALFA, "Cash Dividend USD 0.4 per Share - US Tax", "6")));
    }

    @Test
    void any_order_of_arrival_gives_the_same_rows() throws Exception {
        long seed = 20_310_305L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Map<String, List<String>>> outcomes = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            AccountId account = AccountId.parse("ibkr:U400000" + round);
            List<ToldFile> told = new ArrayList<>(spring(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    payments(account, LATER);
                }
            }
            payments(account, LATER);
            outcomes.add(tables().settled(account, told));
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
        assertThat(outcomes.getFirst().get("payment")).hasSize(3);
        assertThat(outcomes.getFirst().get("expected")).hasSize(2);
    }

    @Test
    void a_rebuild_gives_the_same_rows_and_a_drop_leaves_none() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4100001");
        tell(spring(account).toArray(ToldFile[]::new));
        forecasts.make(List.of(account), day(5, 1), LATER);
        int active = rebuilt();
        for (String table : TABLES) {
            assertThat(tables().rows(table, active)).as(table).isNotEmpty();
        }
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
        for (String table : TABLES) {
            assertThat(tables().rows(table, OTHER_GENERATION)).as(table).isEmpty();
        }
    }

    /** Rebuilds everything beside what answers, whose generation is returned, and finds both alike. */
    int rebuilt() throws Exception {
        readModels.awaitStored(PATIENCE);
        int active = generations.active(DividendsReadModel.NAME);
        model.settle(active);
        IncomeTables tables = tables();
        PooledStreamingEventProcessor rebuild =
                processors.start("rebuild" + REBUILDS.incrementAndGet(), 3, model.handlersFor(OTHER_GENERATION));
        for (String table : List.of("event", "telling", "forecast", "accrual")) {
            await().atMost(PATIENCE)
                    .until(() -> tables.rows(table, OTHER_GENERATION).equals(tables.rows(table, active)));
        }
        rebuild.shutDown();
        model.settle(OTHER_GENERATION);
        for (String table : TABLES) {
            assertThat(tables.rows(table, OTHER_GENERATION)).as(table).isEqualTo(tables.rows(table, active));
        }
        assertThat(model.rows(OTHER_GENERATION)).isEqualTo(model.rows(active));
        return active;
    }

    IncomeTables tables() {
        return new IncomeTables(jdbc, generations);
    }

    @Test
    void an_ordinary_and_an_in_lieu_part_are_two_items_of_one_payment_each_counted_once() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4200001");
        tell(spring(account).toArray(ToldFile[]::new));

        List<Dividend> items = payments(account, LATER);
        assertThat(items)
                .extracting(Dividend::kind)
                .containsExactlyInAnyOrder(PaymentKind.DIVIDEND, PaymentKind.PAYMENT_IN_LIEU, PaymentKind.DIVIDEND);
        assertThat(items.subList(0, 2))
                .extracting(Dividend::paymentEventId)
                .containsOnly(items.getFirst().paymentEventId());
        DividendSummary summary = summary(account, LATER, Grouping.YEAR);
        assertThat(summary.lines()).singleElement().satisfies(line -> {
            assertThat(line.group()).isEqualTo("2031");
            assertThat(line.gross()).hasToString("Money[amount=58, currency=USD]");
            assertThat(line.withholdingTax()).hasToString("Money[amount=1.5, currency=USD]");
            assertThat(line.payments()).isEqualTo(3);
        });
    }

    @Test
    void a_correction_changes_the_year_and_what_was_known_before_stays() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4200002");
        List<ToldFile> all = spring(account);
        tell(all.subList(0, 4).toArray(ToldFile[]::new));
        Instant before = Clock.systemUTC().instant();
        await().until(() -> Clock.systemUTC().instant().isAfter(before.plusMillis(2)));
        tell(all.getLast());

        for (Grouping grouping : Grouping.values()) {
            assertThat(taxOf(summary(account, before, grouping)))
                    .as(grouping.name())
                    .isEqualTo("7.5");
            assertThat(taxOf(summary(account, LATER, grouping)))
                    .as(grouping.name())
                    .isEqualTo("1.5");
        }
        assertThat(payments(account, before)).hasSize(3);
        assertThat(payments(account, Instant.EPOCH)).isEmpty();
    }

    /** Of all lines together. */
    private static String taxOf(DividendSummary summary) {
        return summary.lines().stream()
                .map(line -> line.withholdingTax().amount())
                .reduce((one, other) -> one.plus(other))
                .orElseThrow()
                .toString();
    }

    @Test
    void what_files_tell_of_the_past_and_what_the_tables_hold_sum_up_alike() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4200003");
        tell(spring(account).toArray(ToldFile[]::new));
        Instant now = Clock.systemUTC().instant();
        Map<Grouping, DividendSummary> fromTables = new TreeMap<>();
        Stream.of(Grouping.values()).forEach(by -> fromTables.put(by, summary(account, LATER, by)));
        List<Dividend> items = payments(account, LATER);
        await().until(() -> Clock.systemUTC().instant().isAfter(now.plusMillis(2)));
        tell(file(account, "later", 9, dividend(day(4, 9), ALFA, "9", "9")));

        fromTables.forEach((grouping, told) ->
                assertThat(summary(account, now, grouping)).as(grouping.name()).isEqualTo(told));
        assertThat(payments(account, now)).isEqualTo(items);
        assertThat(payments(account, LATER)).hasSize(items.size() + 1);
    }

    List<Dividend> payments(AccountId account, Instant knownAt) {
        return dividends
                .payments(question(account, knownAt), null, null, null, 0, 100)
                .items();
    }

    private DividendSummary summary(AccountId account, Instant knownAt, Grouping grouping) {
        return dividends.summary(question(account, knownAt), null, null, null, grouping);
    }

    private static LedgerOn question(AccountId account, Instant knownAt) {
        return new LedgerOn(null, knownAt, List.of(account), null);
    }

    void tell(ToldFile... told) throws Exception {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        await().until(() -> Stream.of(told).allMatch(this::isRead));
        readModels.awaitStored(PATIENCE);
    }

    private boolean isRead(ToldFile file) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file WHERE generation = ? AND account = ? AND file_id = ?")
                        .params(
                                generations.active(HoldingsReadModel.NAME),
                                file.account().toString(),
                                file.id().sha256())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
