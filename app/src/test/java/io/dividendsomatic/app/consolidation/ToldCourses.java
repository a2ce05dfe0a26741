package io.dividendsomatic.app.consolidation;

import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Rereading;
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
import io.dividendsomatic.reporting.allocation.Allocations;
import io.dividendsomatic.reporting.consolidated.AccountCourse;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.consolidated.ReportingReadModel;
import io.dividendsomatic.reporting.history.ValueHistories;
import io.dividendsomatic.reporting.instrument.InstrumentReports;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Tells files of accounts to a program, and asks for their courses. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class ToldCourses {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final Isin ALFA_ISIN = new Isin("US000000AA16");
    static final Instrument ALFA = new Instrument("ALFA", ALFA_ISIN, "ALFA TRUST", null, null, null, null, "STK", null);

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    ReadModels readModels;

    @Autowired
    Rereading rereading;

    @Autowired
    ReportingReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    Courses courses;

    @Autowired
    PortfolioReports portfolios;

    @Autowired
    ValueHistories histories;

    @Autowired
    Allocations allocations;

    @Autowired
    InstrumentReports instruments;

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

    static CashMovement moved(int ofMarch, String amount) {
        return new CashMovement(day(ofMarch), Money.of(amount, "USD"), null, null, "Cash", References.NONE);
    }

    static Trade trade(int ofMarch, String number, String quantity, String price) {
        return trade(ofMarch, ALFA, number, quantity, price);
    }

    static Trade trade(int ofMarch, Instrument instrument, String number, String quantity, String price) {
        BigDecimal proceeds =
                new BigDecimal(quantity).multiply(new BigDecimal(price)).negate();
        return new Trade(
                TradeTime.on(day(ofMarch)),
                instrument,
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

    static OpenPosition position(int ofMarch, String quantity, String price, String value, String cost) {
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

    AccountCourse course(AccountId account, Instant knownAt) {
        return courses.of(new HoldingsOn(day(31), knownAt, List.of(account), null))
                .getFirst();
    }

    /** Whoever's it is, and whatever file it comes from. */
    static String told(AccountCourse course) {
        return course.toString()
                .replace(course.account().number(), "")
                .replaceAll("sources=\\[(SourceRef\\[[^]]*](, )?)*]", "sources");
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
