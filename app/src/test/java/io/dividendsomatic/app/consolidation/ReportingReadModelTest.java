package io.dividendsomatic.app.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.reporting.consolidated.AccountCourse;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.Flow;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.ReportingReadModel;
import io.dividendsomatic.reporting.consolidated.ValueDay;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
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
abstract class ReportingReadModelTest {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final int OTHER_GENERATION = 900;
    private static final List<String> TABLES = List.of("event", "settled", "day", "cash", "flow", "position");
    static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Instrument ALFA =
            new Instrument("ALFA", new Isin("US000000AA16"), "ALFA TRUST", null, null, null, null, "STK", null);

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    ReadModels readModels;

    @Autowired
    ReportingReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    Courses courses;

    @Autowired
    JdbcClient jdbc;

    static LocalDate day(int ofMarch) {
        return LocalDate.of(2031, 3, ofMarch);
    }

    static ToldFile file(AccountId account, String name, int hours, StatementRow... rows) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : rows) {
            lines.add(new StatementLine(lines.size() + 2, row));
        }
        Edition edition = new Edition(Instant.parse("2031-04-01T00:00:00Z").plusSeconds(3600L * hours), 10);
        return new ToldFile(account, name, edition, lines);
    }

    private static CashMovement moved(int ofMarch, String amount) {
        return new CashMovement(day(ofMarch), Money.of(amount, "USD"), null, null, "Cash", References.NONE);
    }

    private static Trade trade(int ofMarch, String number, String quantity, String price) {
        BigDecimal proceeds =
                new BigDecimal(quantity).multiply(new BigDecimal(price)).negate();
        return new Trade(
                TradeTime.on(day(ofMarch)),
                ALFA,
                Quantity.of(quantity),
                USD,
                UnitPrice.of(price),
                new Amount(proceeds),
                new Costs(Money.of("-1", "USD"), null),
                null,
                null,
                null,
                null,
                Trade.Level.EXECUTION,
                List.of(),
                null,
                new References(null, number, null, null));
    }

    private static OpenPosition position(int ofMarch, String quantity, String price, String value, String cost) {
        return new OpenPosition(
                day(ofMarch),
                ALFA,
                OpenPosition.Detail.SUMMARY,
                USD,
                Quantity.of(quantity),
                UnitPrice.of(price),
                Amount.of(value),
                null,
                Amount.of(cost),
                null,
                null);
    }

    static List<ToldFile> march(AccountId account) {
        return List.of(
                file(account, "money", 1, new Deposit(moved(3, "2000"))),
                file(account, "bought", 2, trade(4, "T1", "100", "10")),
                file(account, "reported", 3, position(10, "100", "11", "1100", "1001")),
                file(account, "reported again", 4, position(10, "100", "11.5", "1150", "1001")),
                file(account, "sold", 5, trade(12, "T2", "-40", "12")),
                file(account, "paid", 6, new CashDividend(moved(14, "30"), ALFA, null, null, null)));
    }

    @Test
    void any_order_of_arrival_gives_the_same_course() throws Exception {
        long seed = 20_310_310L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> outcomes = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            AccountId account = AccountId.parse("ibkr:U640000" + round);
            List<ToldFile> told = new ArrayList<>(march(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    course(account, LATER);
                }
            }
            outcomes.add(course(account, LATER).toString().replace(account.number(), ""));
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
    }

    @Test
    void days_between_reports_stand_at_the_newest_price_and_say_how_good_they_are() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500001");
        tell(march(account).toArray(ToldFile[]::new));
        List<ValueDay> days = course(account, LATER).values();

        assertThat(days).extracting(ValueDay::date).containsExactly(day(4), day(10), day(12));
        assertThat(days).extracting(day -> day.value().toPlainString()).containsExactly("1000", "1150", "720");
        assertThat(days).extracting(day -> day.cost().toPlainString()).containsExactly("1001", "1001", "600.6");
        assertThat(days)
                .extracting(day -> day.quality(day.date()))
                .containsExactly(Quality.RECONSTRUCTED, Quality.ACTUAL, Quality.RECONSTRUCTED);
        assertThat(days.getLast().quality(day(28))).isEqualTo(Quality.STALE_PRICE);
        assertThat(course(account, LATER).flows())
                .filteredOn(flow -> flow.kind() != FlowKind.COMMISSION)
                .extracting(Flow::kind)
                .containsExactly(FlowKind.DEPOSIT, FlowKind.REALIZED, FlowKind.DIVIDEND);
    }

    @Test
    void what_was_known_earlier_is_gathered_as_the_tables_had_it() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500002");
        List<ToldFile> all = march(account);
        tell(all.subList(0, 4).toArray(ToldFile[]::new));
        AccountCourse before = course(account, LATER);
        Instant then = Clock.systemUTC().instant();
        await().until(() -> Clock.systemUTC().instant().isAfter(then.plusMillis(2)));
        tell(all.subList(4, 6).toArray(ToldFile[]::new));

        assertThat(course(account, LATER)).isNotEqualTo(before);
        assertThat(course(account, then)).isEqualTo(before);
    }

    @Test
    void a_rebuild_gives_the_same_rows_and_a_drop_leaves_none() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500003");
        tell(march(account).toArray(ToldFile[]::new));
        int active = generations.active(ReportingReadModel.NAME);
        model.settle(active);
        PooledStreamingEventProcessor rebuild = processors.start("rebuild", 3, model.handlersFor(OTHER_GENERATION));
        await().until(() -> rows("event", OTHER_GENERATION).equals(rows("event", active)));
        rebuild.shutDown();
        model.settle(OTHER_GENERATION);

        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isNotEmpty().isEqualTo(rows(table, active));
        }
        assertThat(model.rows(OTHER_GENERATION)).isEqualTo(model.rows(active)).isPositive();
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isEmpty();
        }
    }

    AccountCourse course(AccountId account, Instant knownAt) {
        return courses.of(new HoldingsOn(day(31), knownAt, List.of(account), null))
                .getFirst();
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

    private List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM reporting_" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                        text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
